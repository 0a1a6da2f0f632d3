-- The exchange with the county. What was sent and what came back are facts: rows are added, never changed.

-- Every id the database had before a restore, oldest first: a receipt for one of them may still arrive.
CREATE TABLE instance_former (
  position INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- When it was given up.
  ended_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER instance_former_no_update BEFORE UPDATE ON instance_former
BEGIN SELECT RAISE(ABORT, 'a former instance stays on record'); END;
CREATE TRIGGER instance_former_no_delete BEFORE DELETE ON instance_former
BEGIN SELECT RAISE(ABORT, 'a former instance stays on record'); END;

-- Counties enrolled by their cards; the newest counts.
CREATE TABLE county_card (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  -- 行政区划代码.
  code TEXT NOT NULL,
  -- Instance of the county's database by the card.
  instance_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  -- Ed25519, SPKI in base64.
  public_key TEXT NOT NULL,
  -- age recipient.
  recipient TEXT NOT NULL,
  address TEXT,
  -- PEM.
  certificate TEXT,
  -- The card as it came.
  card TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES account (id),
  added_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER county_card_no_update BEFORE UPDATE ON county_card
BEGIN SELECT RAISE(ABORT, 'a card on record is never changed'); END;
CREATE TRIGGER county_card_no_delete BEFORE DELETE ON county_card
BEGIN SELECT RAISE(ABORT, 'a card on record is never deleted'); END;

-- What a package of format 2 offered; packages of format 1 have no row: nobody ever took one in.
CREATE TABLE package_offer (
  sequence INTEGER NOT NULL PRIMARY KEY REFERENCES package (sequence),
  instance_id TEXT NOT NULL,
  first_change INTEGER NOT NULL,
  last_change INTEGER NOT NULL,
  held_back INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('FIRST', 'INCREMENT', 'AGAIN_SINCE_RECEIPT', 'NEW_INSTANCE', 'SNAPSHOT')),
  statistic_count INTEGER NOT NULL,
  attachment_count INTEGER NOT NULL,
  -- SHA-256 of the statistics file: without changes, only another one is worth a package.
  statistics_sha256 TEXT NOT NULL,
  -- SHA-256 of the package before it was encrypted; equals package.sha256 when it was not.
  plain_sha256 TEXT NOT NULL,
  -- The county it is encrypted for; null when it is not.
  county_card_id INTEGER REFERENCES county_card (id),
  -- Id of the key it announces; null when it announces none.
  next_key_id TEXT
) STRICT;

CREATE TRIGGER package_offer_no_update BEFORE UPDATE ON package_offer
BEGIN SELECT RAISE(ABORT, 'what was offered stays on record'); END;
CREATE TRIGGER package_offer_no_delete BEFORE DELETE ON package_offer
BEGIN SELECT RAISE(ABORT, 'what was offered stays on record'); END;

-- Changes in the range of a package that it does not carry. For that county such a number stays empty for good: what may go later is queued
-- anew, under a new number, so that continuity by numbers covers it.
CREATE TABLE package_passed_over (
  sequence INTEGER NOT NULL REFERENCES package (sequence),
  change INTEGER NOT NULL REFERENCES outbox (id),
  PRIMARY KEY (sequence, change)
) STRICT, WITHOUT ROWID;

CREATE INDEX package_passed_over_change ON package_passed_over (change);
-- An edition may be queued more than once; the newest row of its kind counts.
CREATE INDEX outbox_edition ON outbox (edition_id, kind);
-- What has run out must not leave the office, former editions neither.
CREATE INDEX edition_record_expiry ON edition_record (expires_at) WHERE expires_at IS NOT NULL;

CREATE TRIGGER package_passed_over_no_update BEFORE UPDATE ON package_passed_over
BEGIN SELECT RAISE(ABORT, 'what was offered stays on record'); END;
CREATE TRIGGER package_passed_over_no_delete BEFORE DELETE ON package_passed_over
BEGIN SELECT RAISE(ABORT, 'what was offered stays on record'); END;

-- Folders of this computer or its network that packages may be copied to; the desk names them by id and never sends a path.
CREATE TABLE carriage_folder (
  id INTEGER NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES account (id),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE carriage_folder_end (
  folder_id INTEGER NOT NULL PRIMARY KEY REFERENCES carriage_folder (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER carriage_folder_no_update BEFORE UPDATE ON carriage_folder
BEGIN SELECT RAISE(ABORT, 'a folder on record is never changed'); END;
CREATE TRIGGER carriage_folder_no_delete BEFORE DELETE ON carriage_folder
BEGIN SELECT RAISE(ABORT, 'a folder on record is never changed'); END;

CREATE TRIGGER carriage_folder_end_no_update BEFORE UPDATE ON carriage_folder_end
BEGIN SELECT RAISE(ABORT, 'a folder that was taken out stays so'); END;
CREATE TRIGGER carriage_folder_end_no_delete BEFORE DELETE ON carriage_folder_end
BEGIN SELECT RAISE(ABORT, 'a folder that was taken out stays so'); END;

-- A person asked for everything to be offered again from the last common point (or from the beginning); the next package does.
CREATE TABLE offer_again (
  id INTEGER NOT NULL PRIMARY KEY,
  -- 1: from the beginning.
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  reason TEXT NOT NULL CHECK (reason IN ('PERSON', 'COUNTY_RESTORED', 'GAP')),
  -- The package that answered it is the first with a greater number than this.
  after_sequence INTEGER NOT NULL,
  account_id TEXT REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER offer_again_no_update BEFORE UPDATE ON offer_again
BEGIN SELECT RAISE(ABORT, 'offer_again is append-only'); END;
CREATE TRIGGER offer_again_no_delete BEFORE DELETE ON offer_again
BEGIN SELECT RAISE(ABORT, 'offer_again is append-only'); END;

-- Every time a package left the house, and how.
CREATE TABLE package_carriage (
  id INTEGER NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL REFERENCES package (sequence),
  carrier TEXT NOT NULL CHECK (carrier IN ('DRIVE', 'FOLDER', 'NETWORK', 'DOWNLOAD')),
  -- Name of the drive, path of the folder, address of the county.
  place TEXT NOT NULL,
  -- Who carries it, as typed in; empty when nobody said.
  person TEXT NOT NULL,
  account_id TEXT REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX package_carriage_sequence ON package_carriage (sequence);

CREATE TRIGGER package_carriage_no_update BEFORE UPDATE ON package_carriage
BEGIN SELECT RAISE(ABORT, 'package_carriage is append-only'); END;
CREATE TRIGGER package_carriage_no_delete BEFORE DELETE ON package_carriage
BEGIN SELECT RAISE(ABORT, 'package_carriage is append-only'); END;

CREATE TABLE receipt (
  id INTEGER NOT NULL PRIMARY KEY,
  county_instance_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- SHA-256 of the file.
  digest TEXT NOT NULL,
  -- Which instance of this database, and which of its packages, it is about.
  instance_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('ACCEPTED', 'PARTLY_REJECTED', 'HELD')),
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  held_instance_id TEXT,
  held_sequence INTEGER,
  held_seal TEXT,
  held_change INTEGER,
  missing_from INTEGER,
  -- JSON arrays.
  waiting TEXT NOT NULL,
  unknown TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  -- FILE: whole. CODE: typed or scanned from the printed receipt; names only what was rejected.
  came_as TEXT NOT NULL CHECK (came_as IN ('FILE', 'CODE')),
  -- COUNTY_RESTORED: from then on this instance of the county counts. LATE: older than one taken in before.
  place TEXT NOT NULL CHECK (place IN ('NEW', 'COUNTY_RESTORED', 'LATE')),
  taken_by TEXT REFERENCES account (id),
  taken_at TEXT NOT NULL,
  -- The file as it came. The last column: to read one behind it, all its pages are gone through.
  document TEXT NOT NULL,
  UNIQUE (county_instance_id, number, came_as)
) STRICT;

CREATE INDEX receipt_sequence ON receipt (sequence);
-- Which database of the county counts is asked with every change that is shown; the rows hold whole files.
CREATE INDEX receipt_county ON receipt (county_instance_id, place, number);

CREATE TRIGGER receipt_no_update BEFORE UPDATE ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt on record is never changed'); END;
CREATE TRIGGER receipt_no_delete BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt on record is never deleted'); END;

CREATE TABLE receipt_item (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  -- outbox.id of the instance the receipt is about.
  change INTEGER NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('ACCEPTED', 'REJECTED')),
  fault_code TEXT,
  -- JSON.
  fault_params TEXT,
  remarks TEXT NOT NULL,
  PRIMARY KEY (receipt_id, change)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_item_change ON receipt_item (change);

CREATE TRIGGER receipt_item_no_update BEFORE UPDATE ON receipt_item
BEGIN SELECT RAISE(ABORT, 'a receipt on record is never changed'); END;
CREATE TRIGGER receipt_item_no_delete BEFORE DELETE ON receipt_item
BEGIN SELECT RAISE(ABORT, 'a receipt on record is never deleted'); END;

-- A rejected change is work for somebody.
CREATE TABLE exchange_task (
  id TEXT NOT NULL PRIMARY KEY,
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  change INTEGER NOT NULL,
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  fault_code TEXT NOT NULL,
  fault_params TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  UNIQUE (receipt_id, change)
) STRICT;

CREATE INDEX exchange_task_edition ON exchange_task (edition_id);

CREATE TRIGGER exchange_task_no_update BEFORE UPDATE ON exchange_task
BEGIN SELECT RAISE(ABORT, 'a task on record is never changed'); END;
CREATE TRIGGER exchange_task_no_delete BEFORE DELETE ON exchange_task
BEGIN SELECT RAISE(ABORT, 'a task on record is never deleted'); END;

-- How it ended: the county has accepted the same or a later edition, the notice was withdrawn, it is offered again as it is, or somebody
-- says why nothing is to be done.
CREATE TABLE exchange_task_end (
  task_id TEXT NOT NULL PRIMARY KEY REFERENCES exchange_task (id),
  how TEXT NOT NULL CHECK (how IN ('ACCEPTED', 'WITHDRAWN', 'OFFERED_AGAIN', 'CLOSED_BY_PERSON')),
  note TEXT NOT NULL,
  account_id TEXT REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER exchange_task_end_no_update BEFORE UPDATE ON exchange_task_end
BEGIN SELECT RAISE(ABORT, 'an ended task stays so'); END;
CREATE TRIGGER exchange_task_end_no_delete BEFORE DELETE ON exchange_task_end
BEGIN SELECT RAISE(ABORT, 'an ended task stays so'); END;

-- Packages from the county.
CREATE TABLE downward_package (
  county_instance_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  seal TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  taken_by TEXT REFERENCES account (id),
  taken_at TEXT NOT NULL,
  PRIMARY KEY (county_instance_id, sequence)
) STRICT;

CREATE TRIGGER downward_package_no_update BEFORE UPDATE ON downward_package
BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;
CREATE TRIGGER downward_package_no_delete BEFORE DELETE ON downward_package
BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;

CREATE TABLE downward_item (
  id TEXT NOT NULL PRIMARY KEY,
  county_instance_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('CATALOGUE', 'CALENDAR', 'DICTIONARY', 'INSTRUCTION')),
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  file_name TEXT NOT NULL,
  -- Content-addressed, among the office's files.
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  FOREIGN KEY (county_instance_id, sequence) REFERENCES downward_package (county_instance_id, sequence)
) STRICT;

CREATE INDEX downward_item_package ON downward_item (county_instance_id, sequence);

CREATE TRIGGER downward_item_no_update BEFORE UPDATE ON downward_item
BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;
CREATE TRIGGER downward_item_no_delete BEFORE DELETE ON downward_item
BEGIN SELECT RAISE(ABORT, 'what came stays on record'); END;

-- What a person decided about it. OVERTAKEN: a newer version was taken first.
CREATE TABLE downward_item_end (
  item_id TEXT NOT NULL PRIMARY KEY REFERENCES downward_item (id),
  how TEXT NOT NULL CHECK (how IN ('TAKEN', 'DECLINED', 'READ', 'OVERTAKEN')),
  note TEXT NOT NULL,
  account_id TEXT REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER downward_item_end_no_update BEFORE UPDATE ON downward_item_end
BEGIN SELECT RAISE(ABORT, 'a decision on record is never changed'); END;
CREATE TRIGGER downward_item_end_no_delete BEFORE DELETE ON downward_item_end
BEGIN SELECT RAISE(ABORT, 'a decision on record is never deleted'); END;
