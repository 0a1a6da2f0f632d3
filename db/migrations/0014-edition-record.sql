-- What an edition is kept as, and what of its content lists and the clock ask for; written with the edition, never changed.
CREATE TABLE edition_record (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  retention TEXT NOT NULL CHECK (retention IN ('PERMANENT', 'YEARS_30', 'YEARS_10')),
  -- Last day of the life, civil date; null is for ever.
  retain_until TEXT CHECK ((retain_until IS NULL) = (retention = 'PERMANENT')),
  -- What it changed against the edition before; null in a first one.
  change_kind TEXT CHECK (change_kind IN ('CORRECTION', 'UPDATE', 'MINOR')),
  change_note TEXT NOT NULL,
  -- The minute from which it no longer shows; null when it stays.
  expires_at TEXT
) STRICT;
-- What of the life list is over is asked for by its last day.
CREATE INDEX edition_record_life ON edition_record (retain_until) WHERE retain_until IS NOT NULL;
CREATE TRIGGER edition_record_no_update BEFORE UPDATE ON edition_record
BEGIN SELECT RAISE(ABORT, 'what an edition is kept as never changes'); END;
CREATE TRIGGER edition_record_no_delete BEFORE DELETE ON edition_record
BEGIN SELECT RAISE(ABORT, 'what an edition is kept as never changes'); END;

-- Of what was published before; the same rule as in domain/notice/retention.ts.
INSERT INTO edition_record (edition_id, unit_id, retention, retain_until, change_kind, change_note, expires_at)
SELECT id, unit_id, retention,
  CASE retention WHEN 'YEARS_30' THEN (year + 30) || '-12-31' WHEN 'YEARS_10' THEN (year + 10) || '-12-31' END, NULL, '', NULL
FROM (
  SELECT e.id, coalesce(p.unit_id, 'township') AS unit_id, CAST(substr(e.publish_date, 1, 4) AS INTEGER) AS year,
    CASE
      WHEN e.notice_kind IN ('DECISION', 'ANNUAL_REPORT') THEN 'PERMANENT'
      WHEN e.notice_kind IN ('ANNOUNCEMENT', 'CIRCULAR', 'OPINION', 'REPORT', 'REPLY', 'MINUTES', 'INTERPRETATION', 'NAME_LIST',
        'FINANCE_TABLE', 'WORK_PLAN', 'PUBLIC_DISPLAY') THEN 'YEARS_30'
      ELSE 'YEARS_10'
    END AS retention
  FROM edition e LEFT JOIN notice_placement p ON p.notice_id = e.notice_id
);

-- When what stands runs out, derived: every public answer asks it, so it must not grow with what has run out long ago.
CREATE TABLE standing_expiry (
  expires_at TEXT NOT NULL,
  edition_id INTEGER NOT NULL UNIQUE REFERENCES edition (id),
  PRIMARY KEY (expires_at, edition_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER standing_expiry_begins AFTER INSERT ON edition_record WHEN NEW.expires_at IS NOT NULL
BEGIN INSERT INTO standing_expiry (expires_at, edition_id) VALUES (NEW.expires_at, NEW.edition_id); END;
CREATE TRIGGER standing_expiry_ends AFTER UPDATE OF state ON edition WHEN NEW.state <> 'PUBLISHED'
BEGIN DELETE FROM standing_expiry WHERE edition_id = NEW.id; END;

-- What has left the board, newest first: the archive.
CREATE INDEX edition_gone ON edition (id DESC) WHERE state <> 'PUBLISHED';
CREATE INDEX edition_gone_year ON edition (substr(publish_date, 1, 4)) WHERE state <> 'PUBLISHED';

-- 保管期限 that an office sets for an item, in place of the usual one of the kind. Later rows count.
CREATE TABLE item_retention (
  sequence INTEGER NOT NULL PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES catalogue_item (id),
  -- Null gives the item back to the usual one.
  retention TEXT CHECK (retention IN ('PERMANENT', 'YEARS_30', 'YEARS_10')),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX item_retention_item ON item_retention (item_id, sequence DESC);
CREATE TRIGGER item_retention_no_update BEFORE UPDATE ON item_retention
BEGIN SELECT RAISE(ABORT, 'item_retention is append-only'); END;
CREATE TRIGGER item_retention_no_delete BEFORE DELETE ON item_retention
BEGIN SELECT RAISE(ABORT, 'item_retention is append-only'); END;

-- More than the reason of a withdrawal.
CREATE TABLE withdrawal_detail (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES withdrawal (edition_id),
  -- The published notice it went into, by index number; empty unless CONSOLIDATED.
  consolidated_into TEXT NOT NULL,
  -- Who ordered it down and under which number; empty unless ORDERED_DOWN. For the office only.
  order_authority TEXT NOT NULL,
  order_number TEXT NOT NULL
) STRICT;
CREATE TRIGGER withdrawal_detail_no_update BEFORE UPDATE ON withdrawal_detail
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;
CREATE TRIGGER withdrawal_detail_no_delete BEFORE DELETE ON withdrawal_detail
BEGIN SELECT RAISE(ABORT, 'a withdrawal is never changed'); END;

-- A sheet that was put up on a board of the wall.
CREATE TABLE posting (
  id TEXT NOT NULL PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  board_id TEXT NOT NULL REFERENCES board (id),
  -- 张贴日期, civil date.
  posted_on TEXT NOT NULL,
  posted_by TEXT NOT NULL REFERENCES account (id),
  posted_at TEXT NOT NULL
) STRICT;
CREATE INDEX posting_edition ON posting (edition_id, board_id);
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'posting is append-only'); END;

CREATE TABLE posting_removal (
  posting_id TEXT NOT NULL PRIMARY KEY REFERENCES posting (id),
  removed_on TEXT NOT NULL,
  removed_by TEXT NOT NULL REFERENCES account (id),
  removed_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER posting_removal_no_update BEFORE UPDATE ON posting_removal
BEGIN SELECT RAISE(ABORT, 'posting_removal is append-only'); END;
CREATE TRIGGER posting_removal_no_delete BEFORE DELETE ON posting_removal
BEGIN SELECT RAISE(ABORT, 'posting_removal is append-only'); END;

-- Paper that has to come down. What programs show goes by itself and is read from where it stands.
CREATE TABLE recall_entry (
  id INTEGER NOT NULL PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  board_id TEXT NOT NULL REFERENCES board (id),
  cause TEXT NOT NULL CHECK (cause IN ('WITHDRAWN', 'CORRECTED')),
  -- 1: somebody recorded it there; 0: a sheet was printed and may hang there.
  posted INTEGER NOT NULL CHECK (posted IN (0, 1)),
  opened_at TEXT NOT NULL,
  opened_on TEXT NOT NULL
) STRICT;
CREATE INDEX recall_entry_edition ON recall_entry (edition_id, board_id);
CREATE TRIGGER recall_entry_no_update BEFORE UPDATE ON recall_entry
BEGIN SELECT RAISE(ABORT, 'recall_entry is append-only'); END;
CREATE TRIGGER recall_entry_no_delete BEFORE DELETE ON recall_entry
BEGIN SELECT RAISE(ABORT, 'recall_entry is append-only'); END;

CREATE TABLE recall_tick (
  entry_id INTEGER NOT NULL PRIMARY KEY REFERENCES recall_entry (id),
  -- The day it was taken down, or somebody saw that it does not hang there.
  removed_on TEXT NOT NULL,
  note TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER recall_tick_no_update BEFORE UPDATE ON recall_tick
BEGIN SELECT RAISE(ABORT, 'recall_tick is append-only'); END;
CREATE TRIGGER recall_tick_no_delete BEFORE DELETE ON recall_tick
BEGIN SELECT RAISE(ABORT, 'recall_tick is append-only'); END;

-- 定时发布: the only place that says what is published when. A submission that was taken back ends its row with itself.
CREATE TABLE notice_schedule (
  id INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  publish_at TEXT NOT NULL,
  scheduled_by TEXT NOT NULL REFERENCES account (id),
  scheduled_at TEXT NOT NULL,
  -- Null while it stands; PUBLISHED also when a person did not wait for the minute.
  outcome TEXT CHECK (outcome IN ('PUBLISHED', 'CANCELLED')),
  ended_at TEXT,
  -- JSON (Refusal): why it was not published when it was due; empty while nothing stands against it.
  refusal TEXT NOT NULL DEFAULT '',
  refused_at TEXT,
  CHECK ((outcome IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX notice_schedule_open ON notice_schedule (submission_id) WHERE outcome IS NULL;
CREATE INDEX notice_schedule_due ON notice_schedule (publish_at, id) WHERE outcome IS NULL;
CREATE TRIGGER notice_schedule_frozen
BEFORE UPDATE OF id, notice_id, submission_id, publish_at, scheduled_by, scheduled_at ON notice_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is cancelled and made anew'); END;
CREATE TRIGGER notice_schedule_ended BEFORE UPDATE ON notice_schedule WHEN OLD.outcome IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a schedule that has ended never changes'); END;
CREATE TRIGGER notice_schedule_no_delete BEFORE DELETE ON notice_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is never deleted'); END;

-- What somebody meant to publish in one go, so that after a power cut the rest can be offered again (S11).
CREATE TABLE publish_batch (
  id TEXT NOT NULL PRIMARY KEY,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  -- When somebody said that the rest is not to be published with it.
  ended_at TEXT
) STRICT;
CREATE INDEX publish_batch_open ON publish_batch (id DESC) WHERE ended_at IS NULL;
CREATE TRIGGER publish_batch_no_delete BEFORE DELETE ON publish_batch
BEGIN SELECT RAISE(ABORT, 'a batch is never deleted'); END;

CREATE TABLE publish_batch_item (
  batch_id TEXT NOT NULL REFERENCES publish_batch (id),
  position INTEGER NOT NULL,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER publish_batch_item_no_update BEFORE UPDATE ON publish_batch_item
BEGIN SELECT RAISE(ABORT, 'publish_batch_item is append-only'); END;
CREATE TRIGGER publish_batch_item_no_delete BEFORE DELETE ON publish_batch_item
BEGIN SELECT RAISE(ABORT, 'publish_batch_item is append-only'); END;

CREATE INDEX edition_submission ON edition (submission_id);

-- Put away and taken out again; nothing is ever deleted.
CREATE TABLE archive_entry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  action TEXT NOT NULL CHECK (action IN ('ARCHIVED', 'REOPENED')),
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX archive_entry_notice ON archive_entry (notice_id, sequence);
CREATE TRIGGER archive_entry_no_update BEFORE UPDATE ON archive_entry
BEGIN SELECT RAISE(ABORT, 'archive_entry is append-only'); END;
CREATE TRIGGER archive_entry_no_delete BEFORE DELETE ON archive_entry
BEGIN SELECT RAISE(ABORT, 'archive_entry is append-only'); END;
