-- Who keeps items and boards under this office: the township itself, its offices, villages, Party branches.
CREATE TABLE unit (
  id TEXT NOT NULL PRIMARY KEY,
  -- Empty for the township itself, which bears the office's name.
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('TOWNSHIP', 'OFFICE', 'VILLAGE', 'COMMUNITY', 'PARTY_BRANCH')),
  parent_id TEXT REFERENCES unit (id),
  position INTEGER NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  CHECK ((kind = 'TOWNSHIP') = (id = 'township'))
) STRICT;

CREATE UNIQUE INDEX unit_name ON unit (name) WHERE name <> '';

INSERT INTO unit (id, name, kind, parent_id, position) VALUES ('township', '', 'TOWNSHIP', NULL, 0);

CREATE TRIGGER unit_no_delete BEFORE DELETE ON unit
BEGIN SELECT RAISE(ABORT, 'a unit is never deleted: its records name it'); END;

-- Physical boards.
CREATE TABLE board (
  id TEXT NOT NULL PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  regime TEXT NOT NULL CHECK (regime IN ('GOV', 'VILLAGE', 'RESIDENT', 'PARTY')),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  UNIQUE (unit_id, name)
) STRICT;
