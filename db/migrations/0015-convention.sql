-- Which numbers of a year are used is asked at every key while one is typed: answered from this index alone.
CREATE INDEX edition_number_use ON edition (document_number, state, notice_id)
  WHERE document_number <> '' AND state <> 'SUPERSEDED';

-- Why a number of a series was never used here (domain book §5.1). The newest row of a number counts.
CREATE TABLE document_number_void (
  sequence INTEGER NOT NULL PRIMARY KEY,
  prefix TEXT NOT NULL CHECK (prefix <> ''),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2099),
  serial INTEGER NOT NULL CHECK (serial > 0),
  -- NOT_PUBLIC: given to a document that another register of the office keeps.
  reason TEXT NOT NULL CHECK (reason IN ('VOIDED', 'NOT_PUBLIC', 'OTHER')),
  note TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  CHECK (reason <> 'OTHER' OR note <> '')
) STRICT;

CREATE INDEX document_number_void_serial ON document_number_void (prefix, year, serial, sequence);
CREATE TRIGGER document_number_void_no_update BEFORE UPDATE ON document_number_void
BEGIN SELECT RAISE(ABORT, 'document_number_void is append-only'); END;
CREATE TRIGGER document_number_void_no_delete BEFORE DELETE ON document_number_void
BEGIN SELECT RAISE(ABORT, 'document_number_void is append-only'); END;

-- What became of a published document: proposed by one person, in force once another has confirmed it.
CREATE TABLE notice_validity (
  sequence INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  standing TEXT NOT NULL CHECK (standing IN ('IN_FORCE', 'REPEALED', 'LAPSED')),
  -- Civil date from which it holds.
  effective_on TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  replaced_by TEXT REFERENCES notice (id),
  proposed_by TEXT NOT NULL REFERENCES account (id),
  proposed_at TEXT NOT NULL,
  CHECK (replaced_by IS NULL OR (standing = 'REPEALED' AND replaced_by <> notice_id))
) STRICT;

CREATE INDEX notice_validity_notice ON notice_validity (notice_id, sequence);
CREATE INDEX notice_validity_replaced_by ON notice_validity (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE TRIGGER notice_validity_no_update BEFORE UPDATE ON notice_validity
BEGIN SELECT RAISE(ABORT, 'notice_validity is append-only'); END;
CREATE TRIGGER notice_validity_no_delete BEFORE DELETE ON notice_validity
BEGIN SELECT RAISE(ABORT, 'notice_validity is append-only'); END;

CREATE TABLE notice_validity_decision (
  validity_sequence INTEGER NOT NULL PRIMARY KEY REFERENCES notice_validity (sequence),
  decision TEXT NOT NULL CHECK (decision IN ('CONFIRMED', 'RETURNED', 'RECALLED')),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES account (id),
  decided_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER notice_validity_decision_no_update BEFORE UPDATE ON notice_validity_decision
BEGIN SELECT RAISE(ABORT, 'notice_validity_decision is append-only'); END;
CREATE TRIGGER notice_validity_decision_no_delete BEFORE DELETE ON notice_validity_decision
BEGIN SELECT RAISE(ABORT, 'notice_validity_decision is append-only'); END;

-- 有效期至 as the current edition says it, repeated from its content so that lists need not read it.
CREATE TABLE notice_term (
  notice_id TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  valid_to TEXT
) STRICT, WITHOUT ROWID;

-- Dictionaries of the wording check. A version is taken whole and never changes; version 0 is shipped with the program
-- and has no row.
CREATE TABLE wording_version (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('SENSITIVE', 'MISWRITING', 'LEADER')),
  version INTEGER NOT NULL CHECK (version > 0),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  -- Who compiled it, as the file says; and the signature it came with, empty while files are not signed.
  source TEXT NOT NULL,
  signature TEXT NOT NULL,
  entry_count INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  UNIQUE (kind, version)
) STRICT;

CREATE TRIGGER wording_version_no_update BEFORE UPDATE ON wording_version
BEGIN SELECT RAISE(ABORT, 'a version of a dictionary never changes'); END;
CREATE TRIGGER wording_version_no_delete BEFORE DELETE ON wording_version
BEGIN SELECT RAISE(ABORT, 'a version of a dictionary is never deleted'); END;

CREATE TABLE wording_entry (
  version_id TEXT NOT NULL REFERENCES wording_version (id),
  position INTEGER NOT NULL,
  word TEXT NOT NULL CHECK (word <> ''),
  -- The right form, or the post of a leader; empty where there is none.
  suggestion TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('FIX', 'CHECK')),
  note TEXT NOT NULL,
  -- JSON array of longer texts in which the word is right.
  exceptions TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER wording_entry_no_update BEFORE UPDATE ON wording_entry
BEGIN SELECT RAISE(ABORT, 'a version of a dictionary never changes'); END;
CREATE TRIGGER wording_entry_no_delete BEFORE DELETE ON wording_entry
BEGIN SELECT RAISE(ABORT, 'a version of a dictionary is never deleted'); END;

-- Which version is in use; the newest row of a kind counts.
CREATE TABLE wording_choice (
  sequence INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('SENSITIVE', 'MISWRITING', 'LEADER')),
  -- Null for the shipped one.
  version_id TEXT REFERENCES wording_version (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX wording_choice_kind ON wording_choice (kind, sequence);
CREATE TRIGGER wording_choice_no_update BEFORE UPDATE ON wording_choice
BEGIN SELECT RAISE(ABORT, 'wording_choice is append-only'); END;
CREATE TRIGGER wording_choice_no_delete BEFORE DELETE ON wording_choice
BEGIN SELECT RAISE(ABORT, 'wording_choice is append-only'); END;
