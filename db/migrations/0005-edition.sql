CREATE TABLE edition (
  -- Grows with every publication, so the newest first needs no sort.
  id INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  edition_number INTEGER NOT NULL,
  -- SHA-256 over the canonical JSON in content.
  hash TEXT NOT NULL,
  index_number TEXT NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  published_by TEXT NOT NULL REFERENCES account (id),
  published_at TEXT NOT NULL,
  -- Civil date in Asia/Shanghai.
  publish_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')),
  -- Repeated from the content for public lists.
  title TEXT NOT NULL,
  notice_kind TEXT NOT NULL,
  document_number TEXT NOT NULL,
  public_group_id TEXT NOT NULL,
  -- Last, so that lists need not read past it.
  content TEXT NOT NULL,
  UNIQUE (notice_id, edition_number)
) STRICT;

CREATE INDEX edition_hash ON edition (hash);
CREATE INDEX edition_current ON edition (id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX edition_group ON edition (public_group_id, id DESC) WHERE state = 'PUBLISHED';
CREATE UNIQUE INDEX edition_one_current ON edition (notice_id) WHERE state = 'PUBLISHED';
CREATE INDEX edition_index_number ON edition (index_number, edition_number DESC);
CREATE INDEX edition_document_number ON edition (document_number) WHERE document_number <> '';

CREATE TRIGGER edition_frozen
BEFORE UPDATE OF notice_id, edition_number, hash, content, index_number, submission_id, published_by, published_at,
  publish_date, title, notice_kind, document_number, public_group_id ON edition
BEGIN SELECT RAISE(ABORT, 'a published edition is immutable'); END;
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition
BEGIN SELECT RAISE(ABORT, 'an edition is never deleted'); END;

-- Heading of the public list: a catalogue of a regime and its level 1.
CREATE TABLE public_group (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  catalogue_name TEXT NOT NULL,
  regime TEXT NOT NULL,
  -- How many current editions stand in it; kept by the publishing transaction.
  published_count INTEGER NOT NULL,
  UNIQUE (catalogue_name, name, regime)
) STRICT;

CREATE TABLE withdrawal (
  notice_id TEXT NOT NULL REFERENCES notice (id),
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  reason TEXT NOT NULL CHECK (reason IN ('PUBLISHED_IN_ERROR', 'CONSOLIDATED', 'EXPIRED', 'ORDERED_DOWN')),
  note TEXT NOT NULL,
  hide_title INTEGER NOT NULL CHECK (hide_title IN (0, 1)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  withdrawn_date TEXT NOT NULL
) STRICT;

-- One counter a series; a series is the index template with everything but the serial filled in.
CREATE TABLE index_series (
  series TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the county has not been sent yet. A row leaves only by being named in a package.
CREATE TABLE outbox (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('EDITION', 'WITHDRAWAL')),
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  queued_at TEXT NOT NULL,
  package_sequence INTEGER
) STRICT;

CREATE INDEX outbox_waiting ON outbox (id) WHERE package_sequence IS NULL;

CREATE TABLE package (
  sequence INTEGER NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  seal_sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  edition_count INTEGER NOT NULL,
  withdrawal_count INTEGER NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL
) STRICT;
