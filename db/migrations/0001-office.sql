-- One row: which database this is. A restored copy takes a new id, so that the county never mistakes it for the old one.
CREATE TABLE instance (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  -- Set by a restore: what was published, withdrawn or numbered since the backup is not in here. The board stays closed to
  -- the public, and gives no numbers, until an administrator has confirmed; then it is null again.
  restored_at TEXT
) STRICT;

CREATE TABLE office (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  name TEXT NOT NULL,
  uscc TEXT NOT NULL,
  region_code TEXT NOT NULL,
  telephone TEXT NOT NULL,
  address TEXT NOT NULL,
  opening_hours TEXT NOT NULL,
  index_template TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- JSON array of roles.
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  -- 1 while somebody else knows the password, because they gave it: the person must set the own one first.
  password_set_by_other INTEGER NOT NULL DEFAULT 0 CHECK (password_set_by_other IN (0, 1)),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
