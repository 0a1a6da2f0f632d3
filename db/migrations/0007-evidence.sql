-- The chain alone cannot tell that its last events were cut off; the head, written by the insert itself, can.
CREATE TABLE audit_head (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

INSERT INTO audit_head (only, sequence, hash)
SELECT 1, sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1;

CREATE TRIGGER audit_event_head AFTER INSERT ON audit_event
BEGIN
  INSERT INTO audit_head (only, sequence, hash) VALUES (1, new.sequence, new.hash)
  ON CONFLICT (only) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash;
END;

CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'the head of the log is never deleted'); END;

-- The newest instant on record, asked with every event: is the clock older than what has been written?
CREATE INDEX audit_event_at ON audit_event (at);

CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;
CREATE TRIGGER submission_id_frozen BEFORE UPDATE OF id ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;
CREATE TRIGGER submission_stays_closed BEFORE UPDATE OF closed ON submission WHEN old.closed = 1 AND new.closed = 0
BEGIN SELECT RAISE(ABORT, 'a closed submission is never opened again'); END;

CREATE TRIGGER withdrawal_no_update BEFORE UPDATE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END;
CREATE TRIGGER withdrawal_no_delete BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'a tombstone is never deleted'); END;

-- The row number is what lists, search and outbox go by: it is frozen like the rest, and a state never goes back.
CREATE TRIGGER edition_number_frozen BEFORE UPDATE OF id ON edition
BEGIN SELECT RAISE(ABORT, 'a published edition is immutable'); END;
CREATE TRIGGER edition_state_forward BEFORE UPDATE OF state ON edition
WHEN new.state <> old.state AND (new.state = 'PUBLISHED' OR old.state = 'WITHDRAWN')
BEGIN SELECT RAISE(ABORT, 'an edition that was taken down is never put up again'); END;
