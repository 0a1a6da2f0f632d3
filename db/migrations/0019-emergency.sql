-- What happened (突发事件): its hours run from the moment somebody pressed the key.
CREATE TABLE emergency (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  -- In words of the desk; not public by itself.
  event TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  item_id TEXT REFERENCES catalogue_item (id),
  started_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES account (id),
  opened_at TEXT NOT NULL,
  -- The duties of the first word and of the follow-up.
  first_duty_id TEXT NOT NULL REFERENCES duty (id),
  follow_up_duty_id TEXT NOT NULL REFERENCES duty (id)
) STRICT;

CREATE TRIGGER emergency_no_update BEFORE UPDATE ON emergency
BEGIN SELECT RAISE(ABORT, 'an emergency on record is never changed'); END;
CREATE TRIGGER emergency_no_delete BEFORE DELETE ON emergency
BEGIN SELECT RAISE(ABORT, 'an emergency on record is never deleted'); END;

CREATE TABLE emergency_end (
  emergency_id TEXT NOT NULL PRIMARY KEY REFERENCES emergency (id),
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER emergency_end_no_update BEFORE UPDATE ON emergency_end
BEGIN SELECT RAISE(ABORT, 'emergency_end is append-only'); END;
CREATE TRIGGER emergency_end_no_delete BEFORE DELETE ON emergency_end
BEGIN SELECT RAISE(ABORT, 'emergency_end is append-only'); END;

-- What one person published in it, before anybody had reviewed it.
CREATE TABLE emergency_notice (
  notice_id TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  emergency_id TEXT NOT NULL REFERENCES emergency (id),
  submission_id TEXT NOT NULL REFERENCES submission (id),
  -- By when others must have reviewed it: the end of the next working day.
  review_due TEXT NOT NULL
) STRICT;

CREATE INDEX emergency_notice_emergency ON emergency_notice (emergency_id);
CREATE TRIGGER emergency_notice_no_update BEFORE UPDATE ON emergency_notice
BEGIN SELECT RAISE(ABORT, 'emergency_notice is append-only'); END;
CREATE TRIGGER emergency_notice_no_delete BEFORE DELETE ON emergency_notice
BEGIN SELECT RAISE(ABORT, 'emergency_notice is append-only'); END;

-- Until when an edition takes the kiosk over. A row a published edition that says so; asked for every few seconds.
CREATE TABLE takeover (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  until TEXT NOT NULL,
  -- Ended before its time, with the emergency.
  ended_at TEXT
) STRICT;

CREATE INDEX takeover_until ON takeover (until) WHERE ended_at IS NULL;
CREATE TRIGGER takeover_no_delete BEFORE DELETE ON takeover
BEGIN SELECT RAISE(ABORT, 'a takeover on record is never deleted'); END;
CREATE TRIGGER takeover_frozen BEFORE UPDATE OF edition_id, until ON takeover
BEGIN SELECT RAISE(ABORT, 'a takeover is ended, never changed'); END;
CREATE TRIGGER takeover_stays_ended BEFORE UPDATE OF ended_at ON takeover WHEN old.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a takeover that was ended stays so'); END;
