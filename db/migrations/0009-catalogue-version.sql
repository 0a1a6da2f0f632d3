-- An item keeps its id through all versions of its catalogue; what a version says of it stands in catalogue_row.
CREATE TABLE catalogue_version (
  id TEXT NOT NULL PRIMARY KEY,
  catalogue_id TEXT NOT NULL REFERENCES catalogue (id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'FILED')),
  source_file TEXT NOT NULL,
  -- JSON: the county's columns in their order.
  columns TEXT NOT NULL,
  created_by TEXT REFERENCES account (id),
  created_at TEXT NOT NULL,
  submitted_by TEXT REFERENCES account (id),
  submitted_at TEXT,
  approved_by TEXT REFERENCES account (id),
  approved_at TEXT,
  filed_by TEXT REFERENCES account (id),
  filed_on TEXT,
  filed_with TEXT NOT NULL DEFAULT '',
  filing_number TEXT NOT NULL DEFAULT '',
  return_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (catalogue_id, number)
) STRICT;

CREATE UNIQUE INDEX catalogue_version_open ON catalogue_version (catalogue_id) WHERE state IN ('DRAFT', 'SUBMITTED');

CREATE TABLE catalogue_row (
  version_id TEXT NOT NULL REFERENCES catalogue_version (id),
  item_id TEXT NOT NULL REFERENCES catalogue_item (id),
  position INTEGER NOT NULL,
  serial TEXT NOT NULL,
  item_level1 TEXT NOT NULL,
  item_level2 TEXT NOT NULL,
  item_level3 TEXT NOT NULL,
  content_elements TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  deadline_text TEXT NOT NULL,
  -- JSON; null while nobody has understood the text.
  deadline_rule TEXT,
  deadline_rule_set INTEGER NOT NULL DEFAULT 0 CHECK (deadline_rule_set IN (0, 1)),
  display_period TEXT,
  publishing_unit TEXT NOT NULL,
  channels TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('ALL', 'SPECIFIC_GROUP', 'UNSTATED')),
  audience_note TEXT NOT NULL,
  disclosure_scope TEXT NOT NULL CHECK (disclosure_scope IN ('PUBLIC', 'LIMITED_CIRCLE', 'NAMED_PERSONS')),
  disclosure_mode TEXT NOT NULL CHECK (disclosure_mode IN ('PROACTIVE', 'ON_REQUEST', 'UNSTATED')),
  levels TEXT NOT NULL,
  extra TEXT NOT NULL,
  source_sheet TEXT NOT NULL DEFAULT '',
  source_row INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (version_id, item_id)
) STRICT, WITHOUT ROWID;

-- Who has written a version: brought its file, began it, changed its rows. None of them approves it.
CREATE TABLE catalogue_version_author (
  version_id TEXT NOT NULL REFERENCES catalogue_version (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (version_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX catalogue_row_position ON catalogue_row (version_id, position);
CREATE INDEX catalogue_row_item ON catalogue_row (item_id);

-- What was there before versions becomes version 1, a draft: nobody has approved it. How far an item goes is worked out
-- here as disclosureScopeOf does, because a notice may be begun before the program has looked at any row; deadline texts
-- are read by the program when it opens the file first (deadline_rule is null).
INSERT INTO catalogue_version (id, catalogue_id, number, state, source_file, columns, created_at)
SELECT id, id, 1, 'DRAFT', source_file, '[]', imported_at FROM catalogue;

INSERT INTO catalogue_row (version_id, item_id, position, serial, item_level1, item_level2, item_level3, content_elements,
  legal_basis, deadline_text, publishing_unit, channels, audience, audience_note, disclosure_scope, disclosure_mode, levels,
  extra)
SELECT catalogue_id, id, position, serial, item_level1, item_level2, item_level3, content_elements, legal_basis,
  deadline_text, publishing_unit, channels, audience, audience_note,
  CASE
    WHEN json_array_length(channels) > 0
      AND NOT EXISTS (SELECT 1 FROM json_each(channels) WHERE value NOT LIKE '精准推送%') THEN 'NAMED_PERSONS'
    WHEN audience = 'SPECIFIC_GROUP' AND (disclosure_mode = 'ON_REQUEST' OR EXISTS (
      SELECT 1 FROM json_each('["申请人","当事人","受指派","被指派","本人","申请者","受援人","相对人","被处罚人"]')
      WHERE instr(audience_note, value) > 0)) THEN 'NAMED_PERSONS'
    WHEN audience = 'SPECIFIC_GROUP' THEN 'LIMITED_CIRCLE'
    ELSE 'PUBLIC'
  END,
  disclosure_mode, levels, extra
FROM catalogue_item;

CREATE TABLE catalogue_item_next (
  id TEXT NOT NULL PRIMARY KEY,
  catalogue_id TEXT NOT NULL REFERENCES catalogue (id)
) STRICT;
INSERT INTO catalogue_item_next SELECT id, catalogue_id FROM catalogue_item;
DROP TABLE catalogue_item;
ALTER TABLE catalogue_item_next RENAME TO catalogue_item;
CREATE INDEX catalogue_item_catalogue ON catalogue_item (catalogue_id);

ALTER TABLE catalogue DROP COLUMN source_file;
ALTER TABLE catalogue RENAME COLUMN imported_at TO created_at;

-- An approved version is frozen; a state never goes back behind approval.
CREATE TRIGGER catalogue_row_frozen_update BEFORE UPDATE ON catalogue_row
WHEN (SELECT state FROM catalogue_version WHERE id = old.version_id) <> 'DRAFT'
  OR (SELECT state FROM catalogue_version WHERE id = new.version_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'only a draft version of a catalogue may be changed'); END;
CREATE TRIGGER catalogue_row_frozen_insert BEFORE INSERT ON catalogue_row
WHEN (SELECT state FROM catalogue_version WHERE id = new.version_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'only a draft version of a catalogue may be changed'); END;
CREATE TRIGGER catalogue_row_frozen_delete BEFORE DELETE ON catalogue_row
WHEN (SELECT state FROM catalogue_version WHERE id = old.version_id) <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'only a draft version of a catalogue may be changed'); END;
CREATE TRIGGER catalogue_version_forward BEFORE UPDATE OF state ON catalogue_version
WHEN (old.state = 'APPROVED' AND new.state NOT IN ('APPROVED', 'FILED')) OR (old.state = 'FILED' AND new.state <> 'FILED')
BEGIN SELECT RAISE(ABORT, 'an approved version stays approved'); END;
CREATE TRIGGER catalogue_version_frozen
BEFORE UPDATE OF id, catalogue_id, number, source_file, columns, created_by, created_at, submitted_by, submitted_at,
  approved_by, approved_at ON catalogue_version
WHEN old.state IN ('APPROVED', 'FILED')
BEGIN SELECT RAISE(ABORT, 'an approved version is frozen'); END;
CREATE TRIGGER catalogue_version_filing_frozen
BEFORE UPDATE OF filed_by, filed_on, filed_with, filing_number ON catalogue_version
WHEN old.state = 'FILED'
BEGIN SELECT RAISE(ABORT, 'what was filed stays as it was filed'); END;
CREATE TRIGGER catalogue_version_no_delete BEFORE DELETE ON catalogue_version
WHEN old.state <> 'DRAFT'
BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

-- The version that counts: the newest approved one; while none was ever approved, the newest draft, marked as such.
CREATE VIEW catalogue_in_use AS
SELECT c.id AS catalogue_id, (
  SELECT v.id FROM catalogue_version v WHERE v.catalogue_id = c.id
  ORDER BY (v.state IN ('APPROVED', 'FILED')) DESC, v.number DESC LIMIT 1
) AS version_id
FROM catalogue c;

-- Which units keep which catalogue; a village list is kept by every village.
CREATE TABLE catalogue_unit (
  catalogue_id TEXT NOT NULL REFERENCES catalogue (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  PRIMARY KEY (catalogue_id, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO catalogue_unit SELECT id, 'township' FROM catalogue;

-- Why a unit no longer keeps a catalogue; the newest word counts.
CREATE TABLE catalogue_unit_leave (
  sequence INTEGER NOT NULL PRIMARY KEY,
  catalogue_id TEXT NOT NULL REFERENCES catalogue (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

-- What differs in one unit: the item does not apply there (with the reason), or one person is in charge of it.
CREATE TABLE unit_item (
  unit_id TEXT NOT NULL REFERENCES unit (id),
  item_id TEXT NOT NULL REFERENCES catalogue_item (id),
  applies INTEGER NOT NULL DEFAULT 1 CHECK (applies IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  assignee_id TEXT REFERENCES account (id),
  PRIMARY KEY (unit_id, item_id)
) STRICT, WITHOUT ROWID;

-- A file that was read and is being looked at before it is taken; what a person has mended in it is kept.
CREATE TABLE catalogue_import (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  -- JSON: the readings, one a sheet.
  readings TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL
) STRICT;
