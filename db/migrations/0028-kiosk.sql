-- How the touch kiosk behaves; the newest row holds.
CREATE TABLE kiosk_setting (
  sequence INTEGER NOT NULL PRIMARY KEY,
  idle_seconds INTEGER NOT NULL CHECK (idle_seconds BETWEEN 30 AND 600),
  warning_seconds INTEGER NOT NULL CHECK (warning_seconds BETWEEN 5 AND 60),
  attract INTEGER NOT NULL CHECK (attract IN (0, 1)),
  reading_room INTEGER NOT NULL CHECK (reading_room IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER kiosk_setting_no_update BEFORE UPDATE ON kiosk_setting
BEGIN SELECT RAISE(ABORT, 'kiosk_setting is append-only'); END;
CREATE TRIGGER kiosk_setting_no_delete BEFORE DELETE ON kiosk_setting
BEGIN SELECT RAISE(ABORT, 'kiosk_setting is append-only'); END;

-- The maintenance PIN as an Argon2id hash; the newest row holds.
CREATE TABLE kiosk_pin (
  sequence INTEGER NOT NULL PRIMARY KEY,
  pin_hash TEXT NOT NULL CHECK (pin_hash GLOB '$argon2id$*'),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER kiosk_pin_no_update BEFORE UPDATE ON kiosk_pin
BEGIN SELECT RAISE(ABORT, 'kiosk_pin is append-only'); END;
CREATE TRIGGER kiosk_pin_no_delete BEFORE DELETE ON kiosk_pin
BEGIN SELECT RAISE(ABORT, 'kiosk_pin is append-only'); END;

-- What was done at the glass with the PIN, and wrong PINs. The wait after wrong ones is reckoned from here, so that a restart
-- gives no free guesses. While the PIN is closed nothing is written: guessing cannot fill the disk.
CREATE TABLE kiosk_event (
  sequence INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('PIN_SET', 'PIN_WRONG', 'PIN_RIGHT', 'RELOAD', 'SELF_CHECK', 'CLEAR_VISIT', 'LEAVE_KIOSK')),
  -- Wrong ones in a row, this one included; 0 for everything else.
  failures INTEGER NOT NULL CHECK ((kind = 'PIN_WRONG') = (failures > 0)),
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  at TEXT NOT NULL,
  -- Which computer of the network it came from; null from the computer the server runs on.
  address TEXT,
  -- At whose glass it was done; null at the office's own. What is wrong there says nothing about the PIN here.
  replica_id TEXT
) STRICT;
CREATE TRIGGER kiosk_event_no_update BEFORE UPDATE ON kiosk_event
BEGIN SELECT RAISE(ABORT, 'kiosk_event is append-only'); END;
CREATE TRIGGER kiosk_event_no_delete BEFORE DELETE ON kiosk_event
BEGIN SELECT RAISE(ABORT, 'kiosk_event is append-only'); END;

-- 查询室登记: who came for what is for the office only, and never public.
CREATE TABLE reading_visit (
  id TEXT NOT NULL PRIMARY KEY,
  on_day TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('OWN_AFFAIRS', 'SUPERVISION', 'RESEARCH', 'WORK', 'OTHER')),
  -- Null when the visitor wrote it on the glass.
  account_id TEXT REFERENCES account (id),
  clock_doubtful INTEGER NOT NULL CHECK (clock_doubtful IN (0, 1)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_visit_day ON reading_visit (on_day, id);
CREATE TRIGGER reading_visit_no_update BEFORE UPDATE ON reading_visit
BEGIN SELECT RAISE(ABORT, 'reading_visit is append-only'); END;
CREATE TRIGGER reading_visit_no_delete BEFORE DELETE ON reading_visit
BEGIN SELECT RAISE(ABORT, 'reading_visit is append-only'); END;

-- The name a visitor left, if any, and what the clerk noted, which may tell of a person too: apart from the visit, since they are
-- erased when their time is over and the visit is not.
CREATE TABLE reading_visitor (
  visit_id TEXT NOT NULL PRIMARY KEY REFERENCES reading_visit (id),
  name TEXT NOT NULL,
  -- What was asked for beyond the notices on the glass.
  note TEXT NOT NULL,
  CHECK (name <> '' OR note <> '')
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reading_visitor_no_update BEFORE UPDATE ON reading_visitor
BEGIN SELECT RAISE(ABORT, 'a name and a note are kept as they were left, or erased'); END;

-- 查阅材料: the notices opened in a visit, by index number.
CREATE TABLE reading_material (
  visit_id TEXT NOT NULL REFERENCES reading_visit (id),
  index_number TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (visit_id, index_number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reading_material_no_update BEFORE UPDATE ON reading_material
BEGIN SELECT RAISE(ABORT, 'reading_material is append-only'); END;
CREATE TRIGGER reading_material_no_delete BEFORE DELETE ON reading_material
BEGIN SELECT RAISE(ABORT, 'reading_material is append-only'); END;

-- A sheet asked for from the reading room; nothing is printed before somebody at the desk lets it.
CREATE TABLE reading_sheet (
  id TEXT NOT NULL PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES reading_visit (id),
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reading_sheet_visit ON reading_sheet (visit_id, hash);
CREATE TRIGGER reading_sheet_no_update BEFORE UPDATE ON reading_sheet
BEGIN SELECT RAISE(ABORT, 'reading_sheet is append-only'); END;
CREATE TRIGGER reading_sheet_no_delete BEFORE DELETE ON reading_sheet
BEGIN SELECT RAISE(ABORT, 'reading_sheet is append-only'); END;

CREATE TABLE reading_sheet_end (
  sheet_id TEXT NOT NULL PRIMARY KEY REFERENCES reading_sheet (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('RELEASED', 'DECLINED')),
  -- The print job it became; what came out is told there.
  print_job_id TEXT,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  CHECK ((outcome = 'RELEASED') = (print_job_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reading_sheet_end_no_update BEFORE UPDATE ON reading_sheet_end
BEGIN SELECT RAISE(ABORT, 'reading_sheet_end is append-only'); END;
CREATE TRIGGER reading_sheet_end_no_delete BEFORE DELETE ON reading_sheet_end
BEGIN SELECT RAISE(ABORT, 'reading_sheet_end is append-only'); END;
