-- Passive screens (信息屏), what they subscribe to, and which of them an emergency takes over.
CREATE TABLE screen (
  id TEXT NOT NULL PRIMARY KEY,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER screen_no_update BEFORE UPDATE ON screen
BEGIN SELECT RAISE(ABORT, 'a screen keeps its id'); END;
CREATE TRIGGER screen_no_delete BEFORE DELETE ON screen
BEGIN SELECT RAISE(ABORT, 'a screen is ended, not deleted'); END;

-- How a screen stood from a moment on, its subscriptions in it; the newest counts. What it was to show on a past day can be told.
CREATE TABLE screen_version (
  screen_id TEXT NOT NULL REFERENCES screen (id),
  number INTEGER NOT NULL CHECK (number > 0),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  -- JSON of everything else, as `ScreenDefinition`.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  PRIMARY KEY (screen_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER screen_version_no_update BEFORE UPDATE ON screen_version
BEGIN SELECT RAISE(ABORT, 'screen_version is append-only'); END;
CREATE TRIGGER screen_version_no_delete BEFORE DELETE ON screen_version
BEGIN SELECT RAISE(ABORT, 'screen_version is append-only'); END;

-- Taken down for good.
CREATE TABLE screen_end (
  screen_id TEXT NOT NULL PRIMARY KEY REFERENCES screen (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER screen_end_no_update BEFORE UPDATE ON screen_end
BEGIN SELECT RAISE(ABORT, 'screen_end is append-only'); END;
CREATE TRIGGER screen_end_no_delete BEFORE DELETE ON screen_end
BEGIN SELECT RAISE(ABORT, 'screen_end is append-only'); END;

-- Which screens an emergency notice takes over, its corrections too; no row means all of them.
CREATE TABLE takeover_screen (
  notice_id TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  -- JSON list of ids; empty when only the kiosk is taken over.
  screen_ids TEXT NOT NULL CHECK (json_type(screen_ids) = 'array')
) STRICT;
CREATE TRIGGER takeover_screen_no_update BEFORE UPDATE ON takeover_screen
BEGIN SELECT RAISE(ABORT, 'takeover_screen is append-only'); END;
CREATE TRIGGER takeover_screen_no_delete BEFORE DELETE ON takeover_screen
BEGIN SELECT RAISE(ABORT, 'takeover_screen is append-only'); END;

-- Columns (栏目) of a screen must find the newest of a unit or a kind at once, however many notices stand before it.
CREATE INDEX edition_kind ON edition (notice_kind, id DESC) WHERE state = 'PUBLISHED';
CREATE TABLE standing_unit (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  regime TEXT NOT NULL
) STRICT;
CREATE INDEX standing_unit_unit ON standing_unit (unit_id, edition_id DESC);
CREATE INDEX standing_unit_regime ON standing_unit (unit_id, regime, edition_id DESC);
INSERT INTO standing_unit (edition_id, unit_id, regime)
SELECT e.id, r.unit_id, g.regime
FROM edition e
JOIN edition_record r ON r.edition_id = e.id
JOIN public_group g ON g.id = e.public_group_id
WHERE e.state = 'PUBLISHED';
CREATE TRIGGER standing_unit_begins AFTER INSERT ON edition_record
BEGIN
  INSERT INTO standing_unit (edition_id, unit_id, regime)
  SELECT e.id, NEW.unit_id, g.regime FROM edition e JOIN public_group g ON g.id = e.public_group_id
  WHERE e.id = NEW.edition_id AND e.state = 'PUBLISHED';
END;
CREATE TRIGGER standing_unit_ends AFTER UPDATE OF state ON edition WHEN NEW.state <> 'PUBLISHED'
BEGIN DELETE FROM standing_unit WHERE edition_id = NEW.id; END;
