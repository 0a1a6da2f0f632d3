-- Full text over bigrams of Han text, folded to simplified characters (see db/search/terms.ts).
-- The text itself stays in edition.content; only terms are kept here. rowid = edition.id.
CREATE VIRTUAL TABLE search_entry USING fts5 (
  title,
  body,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co'"
);
