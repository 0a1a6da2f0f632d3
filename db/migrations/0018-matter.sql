-- Decision files (事项档案, R-015). Office records: what the public reads of a matter stands in its published notices alone.
CREATE TABLE matter (
  id TEXT NOT NULL PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('MAJOR_DECISION', 'NORMATIVE_DOCUMENT', 'VILLAGE_MATTER', 'OTHER')),
  title TEXT NOT NULL CHECK (title <> ''),
  target TEXT NOT NULL,
  measures TEXT NOT NULL,
  owner TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  edited_by TEXT NOT NULL REFERENCES account (id),
  edited_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER matter_no_delete BEFORE DELETE ON matter
BEGIN SELECT RAISE(ABORT, 'a matter is never deleted'); END;

-- Files of the office: originals, never shown to the public.
CREATE TABLE matter_file (
  id TEXT NOT NULL PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES account (id),
  added_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER matter_file_no_update BEFORE UPDATE ON matter_file
BEGIN SELECT RAISE(ABORT, 'matter_file is append-only'); END;
CREATE TRIGGER matter_file_no_delete BEFORE DELETE ON matter_file
BEGIN SELECT RAISE(ABORT, 'matter_file is append-only'); END;

-- What happened, step by step. A mistake is made void by a later entry, never taken out.
CREATE TABLE matter_entry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  step TEXT NOT NULL CHECK (step IN ('BASIS', 'LEGALITY_REQUEST', 'LEGALITY_RESULT', 'EARLY_REASON', 'MEETING',
    'PROPOSAL', 'DISCUSSION', 'DELIBERATION', 'RESOLUTION', 'PROGRESS', 'RECTIFICATION', 'VOID')),
  on_date TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  measure TEXT NOT NULL,
  result TEXT CHECK (result IN ('LAWFUL', 'LAWFUL_IF_CHANGED', 'UNLAWFUL')),
  workdays INTEGER,
  -- By when the reviewer answers, as it was reckoned on the day of the entry.
  due_on TEXT,
  notice_id TEXT REFERENCES notice (id),
  file_id TEXT REFERENCES matter_file (id),
  voids INTEGER REFERENCES matter_entry (sequence),
  entered_by TEXT NOT NULL REFERENCES account (id),
  entered_at TEXT NOT NULL,
  CHECK ((step = 'VOID') = (voids IS NOT NULL)),
  CHECK ((step = 'LEGALITY_RESULT') = (result IS NOT NULL)),
  CHECK ((step = 'LEGALITY_REQUEST') = (due_on IS NOT NULL))
) STRICT;

CREATE INDEX matter_entry_matter ON matter_entry (matter_id, sequence);
CREATE TRIGGER matter_entry_no_update BEFORE UPDATE ON matter_entry
BEGIN SELECT RAISE(ABORT, 'matter_entry is append-only'); END;
CREATE TRIGGER matter_entry_no_delete BEFORE DELETE ON matter_entry
BEGIN SELECT RAISE(ABORT, 'matter_entry is append-only'); END;

-- Gathering opinions on a draft (R-014). Frozen from the day it opened: what the public was told stays.
CREATE TABLE consultation (
  id TEXT NOT NULL PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  -- Null opens it on the day the draft is published.
  opens_on TEXT,
  amount INTEGER NOT NULL CHECK (amount > 0),
  unit TEXT NOT NULL CHECK (unit IN ('day', 'workday')),
  -- JSON array of channel and detail.
  channels TEXT NOT NULL,
  shorter_reason TEXT NOT NULL,
  opened_on TEXT,
  closes_on TEXT,
  planned_by TEXT NOT NULL REFERENCES account (id),
  planned_at TEXT NOT NULL,
  -- Planned by mistake and given up before it opened.
  dropped_by TEXT REFERENCES account (id),
  dropped_at TEXT,
  CHECK ((opened_on IS NULL) = (closes_on IS NULL)),
  CHECK ((dropped_by IS NULL) = (dropped_at IS NULL)),
  CHECK (dropped_at IS NULL OR opened_on IS NULL)
) STRICT;

CREATE INDEX consultation_matter ON consultation (matter_id, id);
CREATE TRIGGER consultation_no_update BEFORE UPDATE ON consultation
WHEN OLD.opened_on IS NOT NULL OR OLD.dropped_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a consultation is frozen once it has opened'); END;
CREATE TRIGGER consultation_no_delete BEFORE DELETE ON consultation
BEGIN SELECT RAISE(ABORT, 'a consultation is never deleted'); END;

-- Which notice is what of a matter; the newest row of a notice holds.
CREATE TABLE matter_notice (
  sequence INTEGER NOT NULL PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  notice_id TEXT NOT NULL REFERENCES notice (id),
  role TEXT NOT NULL CHECK (role IN ('DRAFT', 'ADOPTION', 'DECISION', 'INTERPRETATION', 'PROGRESS')),
  consultation_id TEXT REFERENCES consultation (id),
  linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  CHECK ((role IN ('DRAFT', 'ADOPTION')) = (consultation_id IS NOT NULL))
) STRICT;

CREATE INDEX matter_notice_matter ON matter_notice (matter_id, sequence);
CREATE INDEX matter_notice_notice ON matter_notice (notice_id, sequence);
CREATE TRIGGER matter_notice_no_update BEFORE UPDATE ON matter_notice
BEGIN SELECT RAISE(ABORT, 'matter_notice is append-only'); END;
CREATE TRIGGER matter_notice_no_delete BEFORE DELETE ON matter_notice
BEGIN SELECT RAISE(ABORT, 'matter_notice is append-only'); END;

-- Opinions (R-018). Names and contacts are never read by kiosk, search or package.
CREATE TABLE opinion (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL REFERENCES consultation (id),
  number INTEGER NOT NULL,
  UNIQUE (consultation_id, number)
) STRICT;

CREATE TRIGGER opinion_no_update BEFORE UPDATE ON opinion
BEGIN SELECT RAISE(ABORT, 'opinion is append-only'); END;
CREATE TRIGGER opinion_no_delete BEFORE DELETE ON opinion
BEGIN SELECT RAISE(ABORT, 'opinion is append-only'); END;

-- What was typed in; a correction is a new version.
CREATE TABLE opinion_version (
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  version INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('PAPER', 'PHONE', 'MEETING', 'BOX', 'LETTER', 'EMAIL', 'KIOSK')),
  received_on TEXT NOT NULL,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  entered_by TEXT NOT NULL REFERENCES account (id),
  entered_at TEXT NOT NULL,
  PRIMARY KEY (opinion_id, version)
) STRICT;

CREATE TRIGGER opinion_version_no_update BEFORE UPDATE ON opinion_version
BEGIN SELECT RAISE(ABORT, 'opinion_version is append-only'); END;
CREATE TRIGGER opinion_version_no_delete BEFORE DELETE ON opinion_version
BEGIN SELECT RAISE(ABORT, 'opinion_version is append-only'); END;

-- Merged into another, or standing by itself again (null); the newest row holds.
CREATE TABLE opinion_merge (
  sequence INTEGER NOT NULL PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  into_id TEXT REFERENCES opinion (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX opinion_merge_opinion ON opinion_merge (opinion_id, sequence);
CREATE TRIGGER opinion_merge_no_update BEFORE UPDATE ON opinion_merge
BEGIN SELECT RAISE(ABORT, 'opinion_merge is append-only'); END;
CREATE TRIGGER opinion_merge_no_delete BEFORE DELETE ON opinion_merge
BEGIN SELECT RAISE(ABORT, 'opinion_merge is append-only'); END;

-- Answers; the newest row of an opinion holds.
CREATE TABLE opinion_answer (
  sequence INTEGER NOT NULL PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  result TEXT NOT NULL CHECK (result IN ('ADOPTED', 'PARTIAL', 'NOT_ADOPTED')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  -- The opinion in neutral words, as the feedback prints it.
  summary TEXT NOT NULL CHECK (summary <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX opinion_answer_opinion ON opinion_answer (opinion_id, sequence);
CREATE TRIGGER opinion_answer_no_update BEFORE UPDATE ON opinion_answer
BEGIN SELECT RAISE(ABORT, 'opinion_answer is append-only'); END;
CREATE TRIGGER opinion_answer_no_delete BEFORE DELETE ON opinion_answer
BEGIN SELECT RAISE(ABORT, 'opinion_answer is append-only'); END;
