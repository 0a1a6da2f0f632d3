-- Rows for a limited circle are few; every public answer asks what is published on them.
CREATE INDEX catalogue_row_not_public ON catalogue_row (version_id) WHERE disclosure_scope <> 'PUBLIC';

-- A row taken out of a draft leaves nothing behind; how far its item went must stay known, or what was published on it would
-- open to everybody.
CREATE TABLE item_former_scope (
  item_id TEXT NOT NULL PRIMARY KEY REFERENCES catalogue_item (id),
  disclosure_scope TEXT NOT NULL CHECK (disclosure_scope IN ('PUBLIC', 'LIMITED_CIRCLE', 'NAMED_PERSONS'))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER catalogue_row_scope_kept AFTER DELETE ON catalogue_row
BEGIN
  INSERT INTO item_former_scope VALUES (old.item_id, old.disclosure_scope)
  ON CONFLICT (item_id) DO UPDATE SET disclosure_scope = excluded.disclosure_scope;
END;
CREATE TRIGGER item_former_scope_no_delete BEFORE DELETE ON item_former_scope
BEGIN SELECT RAISE(ABORT, 'how far an item went stays known'); END;

-- Items that are not for everybody: by the version in use; where that has no row of the item, by the newest version that has
-- one; where none has, by the row that was taken out last.
CREATE VIEW item_not_public AS
SELECT r.item_id, r.disclosure_scope
FROM catalogue_in_use u
CROSS JOIN catalogue_row r ON r.version_id = u.version_id AND r.disclosure_scope <> 'PUBLIC'
UNION ALL
SELECT r.item_id, r.disclosure_scope
FROM catalogue_in_use u
CROSS JOIN catalogue_version v ON v.catalogue_id = u.catalogue_id AND v.id <> u.version_id
CROSS JOIN catalogue_row r ON r.version_id = v.id AND r.disclosure_scope <> 'PUBLIC'
WHERE NOT EXISTS (SELECT 1 FROM catalogue_row now WHERE now.version_id = u.version_id AND now.item_id = r.item_id)
  AND NOT EXISTS (
    SELECT 1 FROM catalogue_row later JOIN catalogue_version w ON w.id = later.version_id
    WHERE later.item_id = r.item_id AND w.number > v.number)
UNION ALL
SELECT f.item_id, f.disclosure_scope
FROM item_former_scope f
WHERE f.disclosure_scope <> 'PUBLIC' AND NOT EXISTS (SELECT 1 FROM catalogue_row r WHERE r.item_id = f.item_id);

-- Where a phone opens the board from the code on paper; the newest row holds, empty for no address. It hangs on walls for years,
-- so who set it when is kept.
CREATE TABLE code_address (
  sequence INTEGER NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER code_address_no_update BEFORE UPDATE ON code_address
BEGIN SELECT RAISE(ABORT, 'code_address is append-only'); END;
CREATE TRIGGER code_address_no_delete BEFORE DELETE ON code_address
BEGIN SELECT RAISE(ABORT, 'code_address is append-only'); END;
