-- How titles of current editions are said (拼音首字母), made when an edition is published and never while somebody types.
CREATE TABLE title_reading (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  -- JSON (TitleReading).
  reading TEXT NOT NULL,
  -- Version of the program's way of reading; 0: to be read anew, because a word of the dictionary changed.
  version INTEGER NOT NULL CHECK (version >= 0)
) STRICT;
CREATE INDEX title_reading_version ON title_reading (version, edition_id);

-- Terms of the reading (domain/search/reading-terms.ts), searched by their beginnings; numbers stand behind #. rowid = edition.id.
CREATE VIRTUAL TABLE title_reading_entry USING fts5 (
  terms,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4 5',
  tokenize = "unicode61 remove_diacritics 0 tokenchars '#'"
);

-- The office's own readings of places and families, and its words for one thing.
CREATE TABLE search_word (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('READING', 'SYNONYM')),
  word TEXT NOT NULL CHECK (word <> ''),
  -- A reading: syllables between spaces, several for one character between slashes. A synonym: what titles write.
  value TEXT NOT NULL CHECK (value <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE search_word_end (
  search_word_id TEXT NOT NULL PRIMARY KEY REFERENCES search_word (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER search_word_no_update BEFORE UPDATE ON search_word
BEGIN SELECT RAISE(ABORT, 'search_word is append-only'); END;
CREATE TRIGGER search_word_no_delete BEFORE DELETE ON search_word
BEGIN SELECT RAISE(ABORT, 'search_word is append-only'); END;
CREATE TRIGGER search_word_end_no_update BEFORE UPDATE ON search_word_end
BEGIN SELECT RAISE(ABORT, 'search_word_end is append-only'); END;
CREATE TRIGGER search_word_end_no_delete BEFORE DELETE ON search_word_end
BEGIN SELECT RAISE(ABORT, 'search_word_end is append-only'); END;
