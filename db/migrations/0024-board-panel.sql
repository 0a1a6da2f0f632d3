-- What a physical board is made of: panels (版面) with their size, so that sheets can be laid on them and free space told.
CREATE TABLE board_panel (
  id TEXT NOT NULL PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES board (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX board_panel_board ON board_panel (board_id);
CREATE TRIGGER board_panel_no_update BEFORE UPDATE ON board_panel
BEGIN SELECT RAISE(ABORT, 'a panel stays on its board'); END;
CREATE TRIGGER board_panel_no_delete BEFORE DELETE ON board_panel
BEGIN SELECT RAISE(ABORT, 'a panel is never deleted'); END;

-- Size and place among its neighbours, in millimetres; the newest row counts. What hung on a former size stays readable.
CREATE TABLE panel_geometry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  panel_id TEXT NOT NULL REFERENCES board_panel (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width BETWEEN 100 AND 20000),
  height INTEGER NOT NULL CHECK (height BETWEEN 100 AND 20000),
  -- 1: it was taken off the board.
  gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX panel_geometry_panel ON panel_geometry (panel_id, sequence DESC);
CREATE TRIGGER panel_geometry_no_update BEFORE UPDATE ON panel_geometry
BEGIN SELECT RAISE(ABORT, 'panel_geometry is append-only'); END;
CREATE TRIGGER panel_geometry_no_delete BEFORE DELETE ON panel_geometry
BEGIN SELECT RAISE(ABORT, 'panel_geometry is append-only'); END;

-- Photographs of the board itself, drawn anew; the newest counts.
CREATE TABLE board_photo (
  id TEXT NOT NULL PRIMARY KEY,
  board_id TEXT NOT NULL REFERENCES board (id),
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
CREATE INDEX board_photo_board ON board_photo (board_id, id DESC);
CREATE INDEX board_photo_file ON board_photo (sha256);
CREATE TRIGGER board_photo_no_update BEFORE UPDATE ON board_photo
BEGIN SELECT RAISE(ABORT, 'board_photo is append-only'); END;
CREATE TRIGGER board_photo_no_delete BEFORE DELETE ON board_photo
BEGIN SELECT RAISE(ABORT, 'board_photo is append-only'); END;

-- Where a sheet, planned or hanging, lies on a panel: upper left corner and size in millimetres. The newest row counts; one
-- without a panel takes it off again.
CREATE TABLE posting_spot (
  sequence INTEGER NOT NULL PRIMARY KEY,
  -- A posting or a plan of one (migration 0025).
  posting_id TEXT NOT NULL,
  panel_id TEXT REFERENCES board_panel (id),
  x INTEGER,
  y INTEGER,
  width INTEGER,
  height INTEGER,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  CHECK ((panel_id IS NULL) = (x IS NULL) AND (x IS NULL) = (y IS NULL) AND (x IS NULL) = (width IS NULL)
    AND (x IS NULL) = (height IS NULL)),
  CHECK (x IS NULL OR (x >= 0 AND y >= 0 AND width > 0 AND height > 0))
) STRICT;
CREATE INDEX posting_spot_posting ON posting_spot (posting_id, sequence DESC);
CREATE TRIGGER posting_spot_no_update BEFORE UPDATE ON posting_spot
BEGIN SELECT RAISE(ABORT, 'posting_spot is append-only'); END;
CREATE TRIGGER posting_spot_no_delete BEFORE DELETE ON posting_spot
BEGIN SELECT RAISE(ABORT, 'posting_spot is append-only'); END;
