CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
  -- Taken at the first publication and kept for every later edition; never used twice.
  index_number TEXT UNIQUE,
  -- Repeated from the content for lists.
  title TEXT NOT NULL,
  catalogue_item_id TEXT REFERENCES catalogue_item (id),
  -- Counts saves; a save that names an older revision is refused.
  revision INTEGER NOT NULL,
  handler_id TEXT NOT NULL REFERENCES account (id),
  updated_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- The working copy: everything but the attachments, as JSON. Last, so that lists need not read past it.
  content TEXT NOT NULL
) STRICT;

CREATE INDEX notice_state ON notice (state, updated_at DESC);
CREATE INDEX notice_updated ON notice (updated_at DESC);

-- Who has written on the notice, by the edition they wrote for. Each edition goes on from the text of the one before, so
-- none of them may decide on any later one: a row is never taken away.
CREATE TABLE notice_author (
  notice_id TEXT NOT NULL REFERENCES notice (id),
  edition_number INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (notice_id, edition_number, account_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER notice_author_no_update BEFORE UPDATE ON notice_author
BEGIN SELECT RAISE(ABORT, 'notice_author is append-only'); END;
CREATE TRIGGER notice_author_no_delete BEFORE DELETE ON notice_author
BEGIN SELECT RAISE(ABORT, 'notice_author is append-only'); END;

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('ATTACHMENT', 'INLINE_IMAGE')),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  -- The original stays in the office; only the public copy leaves it.
  original_sha256 TEXT NOT NULL,
  original_size INTEGER NOT NULL,
  public_sha256 TEXT NOT NULL,
  public_size INTEGER NOT NULL,
  -- JSON: what was taken out of the public copy.
  stripped TEXT NOT NULL,
  -- JSON: text of the public copy and of what was dropped, for the privacy gate.
  passages TEXT NOT NULL,
  text_read INTEGER NOT NULL CHECK (text_read IN (0, 1)),
  -- JSON: fingerprints of values masked in the public copy.
  masks TEXT NOT NULL,
  masked_count INTEGER NOT NULL,
  -- Taken off the working copy; kept, because an edition may still show it.
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_notice ON attachment (notice_id, position);

-- What was handed in: frozen when it is written, decided on by its hash.
CREATE TABLE submission (
  id TEXT NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  hash TEXT NOT NULL,
  -- Canonical JSON of the public content.
  content TEXT NOT NULL,
  submitted_by TEXT NOT NULL REFERENCES account (id),
  submitted_at TEXT NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT;

CREATE INDEX submission_notice ON submission (notice_id, closed);
CREATE UNIQUE INDEX submission_open ON submission (notice_id) WHERE closed = 0;

CREATE TRIGGER submission_frozen BEFORE UPDATE OF notice_id, hash, content, submitted_by, submitted_at ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;

CREATE TABLE submission_decision (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  kind TEXT NOT NULL CHECK (kind IN ('REVIEW', 'SECRECY_REVIEW')),
  decision TEXT NOT NULL CHECK (decision IN ('APPROVED', 'RETURNED')),
  account_id TEXT NOT NULL REFERENCES account (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (submission_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_decision_no_update BEFORE UPDATE ON submission_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER submission_decision_no_delete BEFORE DELETE ON submission_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

-- A value the secrecy reviewer allowed, by keyed fingerprint; the value itself is not kept here. Append-only: the newest
-- counts, and the reasons given before it stay on record.
CREATE TABLE privacy_override (
  sequence INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX privacy_override_notice ON privacy_override (notice_id, fingerprint, sequence);

CREATE TRIGGER privacy_override_no_update BEFORE UPDATE ON privacy_override
BEGIN SELECT RAISE(ABORT, 'privacy_override is append-only'); END;
CREATE TRIGGER privacy_override_no_delete BEFORE DELETE ON privacy_override
BEGIN SELECT RAISE(ABORT, 'privacy_override is append-only'); END;
