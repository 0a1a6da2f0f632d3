CREATE TABLE catalogue (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  regime TEXT NOT NULL CHECK (regime IN ('GOV', 'VILLAGE', 'RESIDENT', 'PARTY')),
  source_file TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE catalogue_item (
  id TEXT NOT NULL PRIMARY KEY,
  catalogue_id TEXT NOT NULL REFERENCES catalogue (id),
  position INTEGER NOT NULL,
  serial TEXT NOT NULL,
  item_level1 TEXT NOT NULL,
  item_level2 TEXT NOT NULL,
  item_level3 TEXT NOT NULL,
  content_elements TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  deadline_text TEXT NOT NULL,
  publishing_unit TEXT NOT NULL,
  -- JSON array of texts.
  channels TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('ALL', 'SPECIFIC_GROUP', 'UNSTATED')),
  audience_note TEXT NOT NULL,
  disclosure_mode TEXT NOT NULL CHECK (disclosure_mode IN ('PROACTIVE', 'ON_REQUEST', 'UNSTATED')),
  -- JSON array of texts.
  levels TEXT NOT NULL,
  -- JSON object of local columns.
  extra TEXT NOT NULL,
  UNIQUE (catalogue_id, position)
) STRICT;
