-- Lists taken into notices (domain book §7, S2). Private: rows as they came never leave the office's database; what the
-- public sees is the table in the text.
CREATE TABLE notice_table (
  id TEXT NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  file_sha256 TEXT NOT NULL,
  -- JSON array of TableSheet, as read from the file.
  sheets TEXT NOT NULL,
  -- JSON TableReading: how the sheet becomes a public table.
  reading TEXT NOT NULL,
  -- JSON array of TableCorrection.
  corrections TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('DRAFT', 'IN_TEXT', 'DISCARDED')),
  revision INTEGER NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  updated_at TEXT NOT NULL
) STRICT;

CREATE INDEX notice_table_notice ON notice_table (notice_id, id);
CREATE TRIGGER notice_table_source BEFORE UPDATE OF id, notice_id, file_name, file_sha256, sheets, created_by, created_at
ON notice_table
BEGIN SELECT RAISE(ABORT, 'what was read from a file never changes'); END;
CREATE TRIGGER notice_table_no_delete BEFORE DELETE ON notice_table
BEGIN SELECT RAISE(ABORT, 'a list is never deleted'); END;

-- Each time a list was taken over into the text: the evidence of what was done with it.
CREATE TABLE notice_table_taking (
  sequence INTEGER NOT NULL PRIMARY KEY,
  table_id TEXT NOT NULL REFERENCES notice_table (id),
  reading TEXT NOT NULL,
  corrections TEXT NOT NULL,
  -- The policy that held: JSON, and its number; 0 for the one the program came with.
  policy TEXT NOT NULL,
  policy_number INTEGER NOT NULL,
  -- The revision of the draft it wrote: whether a submission holds it is told by this, since two things may have one instant.
  draft_revision INTEGER NOT NULL,
  -- JSON array of blocks as they were put into the text, and the hash of all their words.
  blocks TEXT NOT NULL,
  derived_sha256 TEXT NOT NULL,
  -- JSON array of ColumnProof.
  proof TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES account (id),
  taken_at TEXT NOT NULL
) STRICT;

CREATE INDEX notice_table_taking_table ON notice_table_taking (table_id, sequence);
CREATE TRIGGER notice_table_taking_no_update BEFORE UPDATE ON notice_table_taking
BEGIN SELECT RAISE(ABORT, 'notice_table_taking is append-only'); END;
CREATE TRIGGER notice_table_taking_no_delete BEFORE DELETE ON notice_table_taking
BEGIN SELECT RAISE(ABORT, 'notice_table_taking is append-only'); END;

-- Values that are not in the public table any more; in clear here and nowhere else.
CREATE TABLE notice_table_removed (
  taking INTEGER NOT NULL REFERENCES notice_table_taking (sequence),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL CHECK (value <> ''),
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (taking, position)
) STRICT;

CREATE TRIGGER notice_table_removed_no_update BEFORE UPDATE ON notice_table_removed
BEGIN SELECT RAISE(ABORT, 'notice_table_removed is append-only'); END;
CREATE TRIGGER notice_table_removed_no_delete BEFORE DELETE ON notice_table_removed
BEGIN SELECT RAISE(ABORT, 'notice_table_removed is append-only'); END;

-- Public files read again from their bytes and searched for those values.
CREATE TABLE notice_table_search (
  sequence INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  file_sha256 TEXT NOT NULL,
  -- Names the set of values searched for.
  values_sha256 TEXT NOT NULL,
  -- Whether a program could read the file; of a picture nobody can say what is in it.
  text_read INTEGER NOT NULL CHECK (text_read IN (0, 1)),
  -- JSON array of finds: place and fingerprint, never a value.
  finds TEXT NOT NULL,
  searched_at TEXT NOT NULL
) STRICT;

CREATE INDEX notice_table_search_notice ON notice_table_search (notice_id, values_sha256);
CREATE TRIGGER notice_table_search_no_update BEFORE UPDATE ON notice_table_search
BEGIN SELECT RAISE(ABORT, 'notice_table_search is append-only'); END;
CREATE TRIGGER notice_table_search_no_delete BEFORE DELETE ON notice_table_search
BEGIN SELECT RAISE(ABORT, 'notice_table_search is append-only'); END;

-- The office's own field policies; the newest row of a kind of list holds.
CREATE TABLE list_policy (
  number INTEGER NOT NULL PRIMARY KEY,
  list_type TEXT NOT NULL CHECK (list_type IN ('LOW_INCOME', 'FARM_SUBSIDY', 'HOUSING', 'DISABILITY', 'TEMPORARY_AID',
    'LAND', 'COMMENDATION', 'EXAM', 'PARTY', 'VILLAGE_FINANCE', 'OTHER')),
  -- JSON ListPolicy.
  policy TEXT NOT NULL,
  basis TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES account (id),
  set_at TEXT NOT NULL
) STRICT;

CREATE INDEX list_policy_type ON list_policy (list_type);
CREATE TRIGGER list_policy_no_update BEFORE UPDATE ON list_policy
BEGIN SELECT RAISE(ABORT, 'list_policy is append-only'); END;
CREATE TRIGGER list_policy_no_delete BEFORE DELETE ON list_policy
BEGIN SELECT RAISE(ABORT, 'list_policy is append-only'); END;
