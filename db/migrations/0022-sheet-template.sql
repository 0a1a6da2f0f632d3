-- Templates of the office: copies of what the product ships, adjusted. Those of the product are part of the program and have
-- no row. A version never changes: what was printed by it names it, so which look hung stays provable.
CREATE TABLE sheet_template (
  id TEXT NOT NULL PRIMARY KEY,
  form TEXT NOT NULL CHECK (form IN ('RED_HEAD', 'PLAIN', 'PUBLIC_DISPLAY', 'NAME_LIST', 'FINANCE_TABLE', 'POSTER',
    'PLAIN_CARD', 'SERVICE_GUIDE', 'FIVE_ONES', 'EMERGENCY_POSTER', 'REVIEW_SLIP', 'DISPLAY_CERTIFICATE',
    'TAKE_DOWN_LIST')),
  -- Null when it was copied from the product's own.
  copied_from TEXT REFERENCES sheet_template (id)
) STRICT;

CREATE TRIGGER sheet_template_no_update BEFORE UPDATE ON sheet_template
BEGIN SELECT RAISE(ABORT, 'a template keeps its form'); END;
CREATE TRIGGER sheet_template_no_delete BEFORE DELETE ON sheet_template
BEGIN SELECT RAISE(ABORT, 'a template is never deleted'); END;

CREATE TABLE sheet_template_version (
  template_id TEXT NOT NULL REFERENCES sheet_template (id),
  number INTEGER NOT NULL CHECK (number > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  -- JSON: paper, margins, sizes and parts, as `TemplateDefinition`.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  PRIMARY KEY (template_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sheet_template_version_no_update BEFORE UPDATE ON sheet_template_version
BEGIN SELECT RAISE(ABORT, 'a version of a template never changes'); END;
CREATE TRIGGER sheet_template_version_no_delete BEFORE DELETE ON sheet_template_version
BEGIN SELECT RAISE(ABORT, 'a version of a template is never deleted'); END;

-- Whether it is still offered; the newest row counts, and one without a row is.
CREATE TABLE sheet_template_standing (
  sequence INTEGER NOT NULL PRIMARY KEY,
  template_id TEXT NOT NULL REFERENCES sheet_template (id),
  standing TEXT NOT NULL CHECK (standing IN ('RETIRED', 'IN_USE')),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX sheet_template_standing_template ON sheet_template_standing (template_id, sequence);
CREATE TRIGGER sheet_template_standing_no_update BEFORE UPDATE ON sheet_template_standing
BEGIN SELECT RAISE(ABORT, 'sheet_template_standing is append-only'); END;
CREATE TRIGGER sheet_template_standing_no_delete BEFORE DELETE ON sheet_template_standing
BEGIN SELECT RAISE(ABORT, 'sheet_template_standing is append-only'); END;
