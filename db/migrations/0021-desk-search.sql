-- Full text of the files of notices, over the same terms as the editions' (db/search/terms.ts); of the public copy only.
CREATE TABLE attachment_text (
  id INTEGER NOT NULL PRIMARY KEY,
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachment (id)
) STRICT;

CREATE VIRTUAL TABLE attachment_entry USING fts5 (
  body,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
);

-- Full text of working copies that are not published: drafts in hand, what was taken down, what was filed away.
CREATE TABLE notice_text (
  id INTEGER NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL UNIQUE REFERENCES notice (id)
) STRICT;

CREATE VIRTUAL TABLE notice_entry USING fts5 (
  title,
  body,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
);

-- What a person searches for again and again; theirs to throw away.
CREATE TABLE saved_search (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  -- JSON (DeskSearch).
  search TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (account_id, name)
) STRICT;

CREATE INDEX edition_publish_date ON edition (publish_date, notice_id);
CREATE INDEX notice_author_account ON notice_author (account_id, notice_id);
CREATE INDEX submission_decision_account ON submission_decision (account_id, submission_id);
CREATE INDEX notice_handler ON notice (handler_id, updated_at DESC);
-- What stands in the content only, so that no search reads through it.
CREATE INDEX notice_kind ON notice (json_extract(content, '$.noticeKind'), updated_at DESC, id DESC);
CREATE INDEX notice_document_date ON notice (json_extract(content, '$.documentDate'));
CREATE INDEX notice_document_number ON notice (json_extract(content, '$.documentNumber'))
  WHERE json_extract(content, '$.documentNumber') <> '';
CREATE INDEX notice_placement_unit ON notice_placement (unit_id, notice_id);
