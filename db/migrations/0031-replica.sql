-- Replicas: paired kiosk computers that pull the public snapshot.
CREATE TABLE replica (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Ed25519, SPKI in base64; it proved itself by the one-time code.
  public_key TEXT NOT NULL UNIQUE,
  paired_by TEXT NOT NULL REFERENCES account (id),
  paired_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER replica_no_update BEFORE UPDATE ON replica
BEGIN SELECT RAISE(ABORT, 'a pairing on record is never changed'); END;
CREATE TRIGGER replica_no_delete BEFORE DELETE ON replica
BEGIN SELECT RAISE(ABORT, 'a pairing on record is never deleted'); END;

-- Unpaired at the desk: from then on it is answered nothing.
CREATE TABLE replica_end (
  replica_id TEXT NOT NULL PRIMARY KEY REFERENCES replica (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER replica_end_no_update BEFORE UPDATE ON replica_end
BEGIN SELECT RAISE(ABORT, 'an ended pairing stays so'); END;
CREATE TRIGGER replica_end_no_delete BEFORE DELETE ON replica_end
BEGIN SELECT RAISE(ABORT, 'an ended pairing stays so'); END;

-- How it last was, and up to which number its requests are used up; only ever overwritten by what is newer.
CREATE TABLE replica_contact (
  replica_id TEXT NOT NULL PRIMARY KEY REFERENCES replica (id),
  -- No request with a number up to this one is answered again.
  request_counter INTEGER NOT NULL,
  -- Entries of this run of its journal up to this one are on record here. Every start of a replica is a run of its own: a disk that
  -- goes back to a former state counts from a former number.
  journal_run TEXT NOT NULL,
  journal_sequence INTEGER NOT NULL,
  last_at TEXT,
  -- Sequence of the snapshot it shows; null before its first.
  snapshot_sequence INTEGER,
  program_version TEXT NOT NULL,
  -- Seconds by which its clock is before (negative) or after ours.
  drift INTEGER NOT NULL,
  -- Entries it had to drop because nobody took them for too long.
  journal_lost INTEGER NOT NULL,
  -- Entries that were handed over and not taken: of a screen that is not paired, or that say what cannot be.
  journal_refused INTEGER NOT NULL
) STRICT;

CREATE TRIGGER replica_contact_forward BEFORE UPDATE ON replica_contact
WHEN new.request_counter < old.request_counter OR new.journal_refused < old.journal_refused
  OR (new.journal_sequence < old.journal_sequence AND new.journal_run = old.journal_run)
BEGIN SELECT RAISE(ABORT, 'a number that was used up is never given again'); END;

-- Which snapshots were offered; a sequence is never given twice, not even after a restore from an older backup
-- (the replica refuses one that goes back).
CREATE TABLE snapshot (
  sequence INTEGER NOT NULL PRIMARY KEY,
  -- SHA-256 of the list of pieces.
  content TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshot is append-only'); END;
CREATE TRIGGER snapshot_no_delete BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshot is append-only'); END;
