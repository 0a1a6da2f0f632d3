-- 张贴台账 (R-052): what is to be put up, what became of it on the wall, and what can be shown for it. That a sheet was put
-- up and taken down stands in `posting` and `posting_removal` (0014); everything here is only ever added.
CREATE TABLE posting_plan (
  -- Once put up, the posting bears the same id.
  id TEXT NOT NULL PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  board_id TEXT NOT NULL REFERENCES board (id),
  planned_on TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX posting_plan_edition ON posting_plan (edition_id, board_id);
CREATE INDEX posting_plan_board ON posting_plan (board_id, id DESC);
CREATE TRIGGER posting_plan_no_update BEFORE UPDATE ON posting_plan
BEGIN SELECT RAISE(ABORT, 'posting_plan is append-only'); END;
CREATE TRIGGER posting_plan_no_delete BEFORE DELETE ON posting_plan
BEGIN SELECT RAISE(ABORT, 'posting_plan is append-only'); END;

CREATE TABLE posting_plan_end (
  plan_id TEXT NOT NULL PRIMARY KEY REFERENCES posting_plan (id),
  -- OVERTAKEN: its edition was replaced or taken down before anybody hung it.
  outcome TEXT NOT NULL CHECK (outcome IN ('POSTED', 'CANCELLED', 'OVERTAKEN')),
  reason TEXT NOT NULL CHECK (outcome <> 'CANCELLED' OR reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  on_day TEXT NOT NULL
) STRICT;
CREATE TRIGGER posting_plan_end_no_update BEFORE UPDATE ON posting_plan_end
BEGIN SELECT RAISE(ABORT, 'posting_plan_end is append-only'); END;
CREATE TRIGGER posting_plan_end_no_delete BEFORE DELETE ON posting_plan_end
BEGIN SELECT RAISE(ABORT, 'posting_plan_end is append-only'); END;

-- More than that it was put up. Sheets of before this step have no row.
CREATE TABLE posting_detail (
  posting_id TEXT NOT NULL PRIMARY KEY REFERENCES posting (id),
  -- 见证人; empty when nobody was named.
  witness TEXT NOT NULL,
  note TEXT NOT NULL,
  -- Sheets of paper as printed; null when it was not printed here.
  pages INTEGER,
  -- The printing it came from; null when it was not printed here.
  print_job_id TEXT,
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1))
) STRICT;
CREATE TRIGGER posting_detail_no_update BEFORE UPDATE ON posting_detail
BEGIN SELECT RAISE(ABORT, 'posting_detail is append-only'); END;
CREATE TRIGGER posting_detail_no_delete BEFORE DELETE ON posting_detail
BEGIN SELECT RAISE(ABORT, 'posting_detail is append-only'); END;

-- What happened between: looked at, damaged, put up again.
CREATE TABLE posting_event (
  sequence INTEGER NOT NULL PRIMARY KEY,
  posting_id TEXT NOT NULL REFERENCES posting (id),
  kind TEXT NOT NULL CHECK (kind IN ('CHECKED', 'DAMAGED', 'REPOSTED')),
  on_day TEXT NOT NULL,
  note TEXT NOT NULL,
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX posting_event_posting ON posting_event (posting_id, sequence);
CREATE TRIGGER posting_event_no_update BEFORE UPDATE ON posting_event
BEGIN SELECT RAISE(ABORT, 'posting_event is append-only'); END;
CREATE TRIGGER posting_event_no_delete BEFORE DELETE ON posting_event
BEGIN SELECT RAISE(ABORT, 'posting_event is append-only'); END;

CREATE TABLE removal_detail (
  posting_id TEXT NOT NULL PRIMARY KEY REFERENCES posting_removal (posting_id),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  -- 1: it came down on or before `last_day`, on which it still had to hang (提前撤下).
  early INTEGER NOT NULL CHECK (early IN (0, 1)),
  -- The last day on which it had to hang, as it was reckoned when it came down; null when nothing asked for one.
  last_day TEXT,
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  CHECK (early = 0 OR (reason <> '' AND last_day IS NOT NULL))
) STRICT;
-- Early removals are exceptions that somebody asks for by themselves.
CREATE INDEX removal_detail_early ON removal_detail (posting_id DESC) WHERE early = 1;
CREATE TRIGGER removal_detail_no_update BEFORE UPDATE ON removal_detail
BEGIN SELECT RAISE(ABORT, 'removal_detail is append-only'); END;
CREATE TRIGGER removal_detail_no_delete BEFORE DELETE ON removal_detail
BEGIN SELECT RAISE(ABORT, 'removal_detail is append-only'); END;

-- Photographs of a sheet, drawn anew, for the office only.
CREATE TABLE posting_photo (
  id TEXT NOT NULL PRIMARY KEY,
  posting_id TEXT NOT NULL REFERENCES posting (id),
  moment TEXT NOT NULL CHECK (moment IN ('POSTED', 'CHECKED', 'DAMAGED', 'REPOSTED', 'REMOVED')),
  view TEXT NOT NULL CHECK (view IN ('DISTANT', 'CLOSE')),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('FILE', 'PHONE', 'STICK')),
  received_at TEXT NOT NULL,
  -- What the camera wrote into it: local time without a zone, a claim and no evidence.
  claimed_at TEXT,
  drift_seconds INTEGER,
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  CHECK ((claimed_at IS NULL) = (drift_seconds IS NULL))
) STRICT;
CREATE INDEX posting_photo_posting ON posting_photo (posting_id, id);
CREATE INDEX posting_photo_file ON posting_photo (sha256);
CREATE TRIGGER posting_photo_no_update BEFORE UPDATE ON posting_photo
BEGIN SELECT RAISE(ABORT, 'posting_photo is append-only'); END;
CREATE TRIGGER posting_photo_no_delete BEFORE DELETE ON posting_photo
BEGIN SELECT RAISE(ABORT, 'posting_photo is append-only'); END;

-- Entered for the wrong sheet, board or day: it stays to be read and counts for nothing.
CREATE TABLE posting_error (
  sequence INTEGER NOT NULL PRIMARY KEY,
  posting_id TEXT NOT NULL REFERENCES posting (id),
  -- The photograph that is meant; null: the sheet itself, with everything on record of it.
  photo_id TEXT REFERENCES posting_photo (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX posting_error_sheet ON posting_error (posting_id) WHERE photo_id IS NULL;
CREATE UNIQUE INDEX posting_error_photo ON posting_error (photo_id) WHERE photo_id IS NOT NULL;
CREATE TRIGGER posting_error_no_update BEFORE UPDATE ON posting_error
BEGIN SELECT RAISE(ABORT, 'posting_error is append-only'); END;
CREATE TRIGGER posting_error_no_delete BEFORE DELETE ON posting_error
BEGIN SELECT RAISE(ABORT, 'posting_error is append-only'); END;

-- How long a sheet stays up by a local rule, by the kind of board; the newest row in effect counts, one without days ends it.
CREATE TABLE posting_rule (
  sequence INTEGER NOT NULL PRIMARY KEY,
  regime TEXT NOT NULL CHECK (regime IN ('GOV', 'VILLAGE', 'RESIDENT', 'PARTY')),
  effective_from TEXT NOT NULL,
  days INTEGER CHECK (days BETWEEN 1 AND 400),
  unit TEXT NOT NULL CHECK (unit IN ('day', 'workday')),
  basis TEXT NOT NULL CHECK (basis <> ''),
  verified TEXT NOT NULL CHECK (verified IN ('LAW', 'SOURCE', 'PAGE', 'UNVERIFIED')),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER posting_rule_no_update BEFORE UPDATE ON posting_rule
BEGIN SELECT RAISE(ABORT, 'posting_rule is append-only'); END;
CREATE TRIGGER posting_rule_no_delete BEFORE DELETE ON posting_rule
BEGIN SELECT RAISE(ABORT, 'posting_rule is append-only'); END;

-- A spot belongs to a sheet or to a plan of one.
CREATE TRIGGER posting_spot_of_sheet BEFORE INSERT ON posting_spot
WHEN NOT EXISTS (SELECT 1 FROM posting WHERE id = NEW.posting_id)
  AND NOT EXISTS (SELECT 1 FROM posting_plan WHERE id = NEW.posting_id)
BEGIN SELECT RAISE(ABORT, 'a spot belongs to a posting'); END;
CREATE TRIGGER posting_event_before_removal BEFORE INSERT ON posting_event
WHEN EXISTS (SELECT 1 FROM posting_removal WHERE posting_id = NEW.posting_id)
BEGIN SELECT RAISE(ABORT, 'what was taken down has no further events'); END;
CREATE TRIGGER posting_event_in_error BEFORE INSERT ON posting_event
WHEN EXISTS (SELECT 1 FROM posting_error WHERE posting_id = NEW.posting_id AND photo_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'what was entered in error has no further events'); END;
CREATE TRIGGER posting_removal_in_error BEFORE INSERT ON posting_removal
WHEN EXISTS (SELECT 1 FROM posting_error WHERE posting_id = NEW.posting_id AND photo_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'what was entered in error has no further events'); END;
CREATE TRIGGER posting_of_plan BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM posting_plan WHERE id = NEW.id AND (edition_id <> NEW.edition_id OR board_id <> NEW.board_id))
BEGIN SELECT RAISE(ABORT, 'a plan is put up where it was planned'); END;

-- What is planned or hangs, derived: boards and mornings ask it all day, so it must not grow with what came down long ago.
CREATE TABLE posting_standing (
  posting_id TEXT NOT NULL PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES board (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_standing_board ON posting_standing (board_id);
INSERT INTO posting_standing (posting_id, board_id)
SELECT p.id, p.board_id FROM posting p
WHERE NOT EXISTS (SELECT 1 FROM posting_removal r WHERE r.posting_id = p.id);
CREATE TRIGGER posting_standing_planned AFTER INSERT ON posting_plan
BEGIN INSERT INTO posting_standing (posting_id, board_id) VALUES (NEW.id, NEW.board_id); END;
CREATE TRIGGER posting_standing_dropped AFTER INSERT ON posting_plan_end WHEN NEW.outcome <> 'POSTED'
BEGIN DELETE FROM posting_standing WHERE posting_id = NEW.plan_id; END;
CREATE TRIGGER posting_standing_posted AFTER INSERT ON posting
BEGIN INSERT OR IGNORE INTO posting_standing (posting_id, board_id) VALUES (NEW.id, NEW.board_id); END;
CREATE TRIGGER posting_standing_in_error AFTER INSERT ON posting_error WHEN NEW.photo_id IS NULL
BEGIN DELETE FROM posting_standing WHERE posting_id = NEW.posting_id; END;
CREATE TRIGGER posting_standing_removed AFTER INSERT ON posting_removal
BEGIN DELETE FROM posting_standing WHERE posting_id = NEW.posting_id; END;

CREATE INDEX posting_board ON posting (board_id, id DESC);
CREATE INDEX posting_removal_day ON posting_removal (removed_on);
