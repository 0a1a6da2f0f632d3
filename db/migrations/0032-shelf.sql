-- What stands on the board, sorted as a citizen looks for it: by heading, item, kind and unit. Kept by triggers, so that counting
-- a village or one of the six content groups never reads all editions.
CREATE TABLE public_shelf (
  id INTEGER NOT NULL PRIMARY KEY,
  public_group_id TEXT NOT NULL REFERENCES public_group (id),
  -- Level 2 of the catalogue; empty for a notice without an item.
  item TEXT NOT NULL,
  notice_kind TEXT NOT NULL,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  published_count INTEGER NOT NULL DEFAULT 0,
  UNIQUE (public_group_id, item, notice_kind, unit_id)
) STRICT;

CREATE TABLE standing_shelf (
  shelf_id INTEGER NOT NULL REFERENCES public_shelf (id),
  edition_id INTEGER NOT NULL UNIQUE REFERENCES edition (id),
  PRIMARY KEY (shelf_id, edition_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER standing_shelf_counts AFTER INSERT ON standing_shelf
BEGIN UPDATE public_shelf SET published_count = published_count + 1 WHERE id = NEW.shelf_id; END;
CREATE TRIGGER standing_shelf_uncounts AFTER DELETE ON standing_shelf
BEGIN UPDATE public_shelf SET published_count = published_count - 1 WHERE id = OLD.shelf_id; END;

-- Of what was published before, then of everything that follows.
INSERT INTO public_shelf (public_group_id, item, notice_kind, unit_id)
SELECT DISTINCT e.public_group_id, coalesce(json_extract(e.content, '$.catalogue.level2'), ''), e.notice_kind, r.unit_id
FROM edition_record r JOIN edition e ON e.id = r.edition_id WHERE e.state = 'PUBLISHED';
INSERT INTO standing_shelf (shelf_id, edition_id)
SELECT s.id, e.id
FROM edition_record r
JOIN edition e ON e.id = r.edition_id AND e.state = 'PUBLISHED'
JOIN public_shelf s ON s.public_group_id = e.public_group_id AND s.unit_id = r.unit_id AND s.notice_kind = e.notice_kind
  AND s.item = coalesce(json_extract(e.content, '$.catalogue.level2'), '');

CREATE TRIGGER standing_shelf_begins AFTER INSERT ON edition_record
WHEN (SELECT state FROM edition WHERE id = NEW.edition_id) = 'PUBLISHED'
BEGIN
  INSERT INTO public_shelf (public_group_id, item, notice_kind, unit_id)
    SELECT e.public_group_id, coalesce(json_extract(e.content, '$.catalogue.level2'), ''), e.notice_kind, NEW.unit_id
    FROM edition e WHERE e.id = NEW.edition_id
    ON CONFLICT DO NOTHING;
  INSERT INTO standing_shelf (shelf_id, edition_id)
    SELECT s.id, e.id FROM edition e
    JOIN public_shelf s ON s.public_group_id = e.public_group_id AND s.notice_kind = e.notice_kind
      AND s.item = coalesce(json_extract(e.content, '$.catalogue.level2'), '')
    WHERE e.id = NEW.edition_id AND s.unit_id = NEW.unit_id;
END;
CREATE TRIGGER standing_shelf_ends AFTER UPDATE OF state ON edition WHEN NEW.state <> 'PUBLISHED'
BEGIN DELETE FROM standing_shelf WHERE edition_id = NEW.id; END;

-- In which of the six content groups the office puts a heading; the newest row counts, null gives it back to the rule.
CREATE TABLE content_group_choice (
  sequence INTEGER NOT NULL PRIMARY KEY,
  public_group_id TEXT NOT NULL REFERENCES public_group (id),
  content_group TEXT CHECK (content_group IN ('CONTENT', 'PROCEDURE', 'RESULT', 'DISCIPLINE', 'PLEDGE', 'COMPLAINT')),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX content_group_choice_group ON content_group_choice (public_group_id, sequence);
CREATE TRIGGER content_group_choice_no_update BEFORE UPDATE ON content_group_choice
BEGIN SELECT RAISE(ABORT, 'content_group_choice is append-only'); END;
CREATE TRIGGER content_group_choice_no_delete BEFORE DELETE ON content_group_choice
BEGIN SELECT RAISE(ABORT, 'content_group_choice is append-only'); END;
