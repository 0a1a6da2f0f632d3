-- What screens prove and how they are: pairing, what was on the glass, changes of their state, and the last word of each.

-- A screen that may give evidence: the desk gave a code, the screen holds a secret of which only the hash is here.
CREATE TABLE screen_pairing (
  id TEXT NOT NULL PRIMARY KEY,
  screen_id TEXT NOT NULL REFERENCES screen (id),
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  -- Who gave the code.
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX screen_pairing_screen ON screen_pairing (screen_id);
CREATE TRIGGER screen_pairing_no_update BEFORE UPDATE ON screen_pairing
BEGIN SELECT RAISE(ABORT, 'screen_pairing is append-only'); END;
CREATE TRIGGER screen_pairing_no_delete BEFORE DELETE ON screen_pairing
BEGIN SELECT RAISE(ABORT, 'screen_pairing is append-only'); END;

CREATE TABLE screen_unpairing (
  pairing_id TEXT NOT NULL PRIMARY KEY REFERENCES screen_pairing (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER screen_unpairing_no_update BEFORE UPDATE ON screen_unpairing
BEGIN SELECT RAISE(ABORT, 'screen_unpairing is append-only'); END;
CREATE TRIGGER screen_unpairing_no_delete BEFORE DELETE ON screen_unpairing
BEGIN SELECT RAISE(ABORT, 'screen_unpairing is append-only'); END;

-- What stood on the glass, a row a notice and quarter of an hour. Instants are reckoned by whoever took the report in, from ages on
-- the screen's monotonic clock. No reference to an edition: two notices of one text have one hash.
CREATE TABLE screen_shown (
  id TEXT NOT NULL PRIMARY KEY,
  screen_id TEXT NOT NULL REFERENCES screen (id),
  pairing_id TEXT NOT NULL REFERENCES screen_pairing (id),
  boot_id TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('NOTICE', 'TAKEOVER', 'DEFAULT', 'CLOSED', 'SAFE')),
  hash TEXT CHECK ((hash IS NULL) = (kind NOT IN ('NOTICE', 'TAKEOVER'))),
  began_at TEXT NOT NULL,
  ended_at TEXT NOT NULL CHECK (ended_at >= began_at),
  -- Milliseconds of the span in which it really was on the glass.
  lasted INTEGER NOT NULL CHECK (lasted >= 0),
  pages_shown INTEGER NOT NULL CHECK (pages_shown >= 0),
  pages_total INTEGER NOT NULL CHECK (pages_total >= 0),
  -- How much of the notice stood there; null unless an edition was shown.
  extent TEXT CHECK (extent IN ('WHOLE', 'PART', 'TITLE') AND hash IS NOT NULL OR (extent IS NULL AND hash IS NULL)),
  -- Why it proves no time (CLOCK) or proves less than was told (CLAMPED); empty for neither.
  doubt TEXT NOT NULL CHECK (doubt IN ('', 'CLOCK', 'CLAMPED')),
  -- By way of which replica; empty for none.
  replica_id TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX screen_shown_screen ON screen_shown (screen_id, ended_at);
CREATE INDEX screen_shown_hash ON screen_shown (hash, screen_id, ended_at) WHERE hash IS NOT NULL;
CREATE TRIGGER screen_shown_no_update BEFORE UPDATE ON screen_shown
BEGIN SELECT RAISE(ABORT, 'screen_shown is append-only'); END;
CREATE TRIGGER screen_shown_no_delete BEFORE DELETE ON screen_shown
BEGIN SELECT RAISE(ABORT, 'screen_shown is append-only'); END;

-- Changes of how a screen is, never ticks: so that a year of them still says what happened.
CREATE TABLE screen_edge (
  sequence INTEGER NOT NULL PRIMARY KEY,
  screen_id TEXT NOT NULL REFERENCES screen (id),
  boot_id TEXT NOT NULL,
  rung TEXT NOT NULL CHECK (rung IN ('WELL', 'RETRYING', 'SKIPPING', 'RECREATED', 'SAFE')),
  -- How many notices it has given up on, and records it lost for want of room since its start.
  skipped INTEGER NOT NULL CHECK (skipped >= 0),
  lost INTEGER NOT NULL CHECK (lost >= 0),
  program_version TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX screen_edge_screen ON screen_edge (screen_id, sequence DESC);
CREATE TRIGGER screen_edge_no_update BEFORE UPDATE ON screen_edge
BEGIN SELECT RAISE(ABORT, 'screen_edge is append-only'); END;
CREATE TRIGGER screen_edge_no_delete BEFORE DELETE ON screen_edge
BEGIN SELECT RAISE(ABORT, 'screen_edge is append-only'); END;

-- The last word of each screen and its last small picture; no evidence, written over.
CREATE TABLE screen_contact (
  screen_id TEXT NOT NULL PRIMARY KEY REFERENCES screen (id),
  at TEXT NOT NULL,
  -- Seconds by which the screen's clock is after the office's.
  drift INTEGER NOT NULL,
  replica_id TEXT NOT NULL,
  boot_id TEXT NOT NULL,
  lost INTEGER NOT NULL,
  health TEXT NOT NULL
) STRICT;
CREATE TABLE screen_picture (
  screen_id TEXT NOT NULL PRIMARY KEY REFERENCES screen (id),
  at TEXT NOT NULL,
  jpeg BLOB NOT NULL CHECK (length(jpeg) <= 65536)
) STRICT;

-- Screens ask every second what went down since they asked last.
CREATE INDEX withdrawal_by_time ON withdrawal (at);
