-- Each time the calendar was changed: by a file, by typing a year in, by a local day.
CREATE TABLE calendar_change (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('YEAR', 'LOCAL_DAY')),
  -- What a person reads: 2027年, 国办发明电〔2026〕×号.
  summary TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- Fingerprint of the key that signed the file; empty when nobody did.
  signed_by TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  -- How many open duties it moved; null until they have been reckoned anew.
  moved_count INTEGER
) STRICT;

-- The national arrangement of a year; the newest version counts, before the years that come with the program.
CREATE TABLE calendar_year (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  -- JSON: CalendarDay[].
  days TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES calendar_change (id),
  PRIMARY KEY (year, version)
) STRICT, WITHOUT ROWID;

-- Local holidays and working days, over everything else. A day taken back stays on record.
CREATE TABLE calendar_day (
  id INTEGER NOT NULL PRIMARY KEY,
  date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES calendar_change (id),
  removed_by_change_id INTEGER REFERENCES calendar_change (id)
) STRICT;

CREATE UNIQUE INDEX calendar_day_date ON calendar_day (date) WHERE removed_by_change_id IS NULL;

-- Keys whose calendar files were accepted before.
CREATE TABLE calendar_key (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  accepted_by TEXT NOT NULL REFERENCES account (id),
  accepted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the duties were last reckoned with; when it is not what holds now, they are reckoned anew.
CREATE TABLE duty_upkeep (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  calendar_digest TEXT NOT NULL,
  -- Digest of catalogues in use, units, rules and horizon, for which everything was generated.
  plan_digest TEXT NOT NULL,
  -- Civil date of the last run.
  ran_on TEXT NOT NULL
) STRICT;
