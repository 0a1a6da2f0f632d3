-- The exchange with the county over a network. Off until somebody switches it on.

-- When the program sends by itself; the newest row counts.
CREATE TABLE network_schedule (
  id INTEGER NOT NULL PRIMARY KEY,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  -- Sends what was published some minutes ago.
  after_publishing INTEGER NOT NULL CHECK (after_publishing IN (0, 1)),
  -- Sends and asks for receipts every so many hours; 0: not by the clock.
  every_hours INTEGER NOT NULL CHECK (every_hours BETWEEN 0 AND 168),
  -- In whose name the program writes packages while it is on.
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER network_schedule_no_update BEFORE UPDATE ON network_schedule
BEGIN SELECT RAISE(ABORT, 'network_schedule is append-only'); END;
CREATE TRIGGER network_schedule_no_delete BEFORE DELETE ON network_schedule
BEGIN SELECT RAISE(ABORT, 'network_schedule is append-only'); END;

-- Every time the county was asked over the network, and what came of it; written when it has ended.
CREATE TABLE network_contact (
  id INTEGER NOT NULL PRIMARY KEY,
  county_card_id INTEGER NOT NULL REFERENCES county_card (id),
  -- Null: by the schedule.
  account_id TEXT REFERENCES account (id),
  began_at TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  -- The county answered and proved by its certificate that it is itself.
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  -- Why it ended early; null when everything was done.
  refusal_code TEXT,
  -- JSON.
  refusal_params TEXT NOT NULL,
  package_count INTEGER NOT NULL,
  receipt_count INTEGER NOT NULL,
  downward_count INTEGER NOT NULL
) STRICT;

CREATE INDEX network_contact_reached ON network_contact (reached, id);

CREATE TRIGGER network_contact_no_update BEFORE UPDATE ON network_contact
BEGIN SELECT RAISE(ABORT, 'network_contact is append-only'); END;
CREATE TRIGGER network_contact_no_delete BEFORE DELETE ON network_contact
BEGIN SELECT RAISE(ABORT, 'network_contact is append-only'); END;
