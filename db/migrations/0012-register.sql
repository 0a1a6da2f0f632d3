-- What the office does not disclose, and why (R-003). Private: nothing here is ever read by kiosk, search or package.
CREATE TABLE undisclosed_matter (
  id TEXT NOT NULL PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  -- The title, or a neutral alias where the title itself must not stand here.
  title TEXT NOT NULL CHECK (title <> ''),
  alias INTEGER NOT NULL CHECK (alias IN (0, 1)),
  information_number TEXT NOT NULL,
  description TEXT NOT NULL,
  document_number TEXT NOT NULL,
  produced_on TEXT,
  ground TEXT NOT NULL CHECK (ground IN ('STATE_SECRET', 'LAW_FORBIDS', 'THREE_SECURITY_ONE_STABILITY',
    'THIRD_PARTY_RIGHTS', 'INTERNAL_AFFAIRS', 'PROCESS_INFO', 'ENFORCEMENT_FILE', 'ADMIN_QUERY')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  reviewer_id TEXT NOT NULL REFERENCES account (id),
  decided_on TEXT NOT NULL,
  -- The first re-review; each review sets the next one.
  review_due TEXT NOT NULL,
  entered_by TEXT NOT NULL REFERENCES account (id),
  entered_at TEXT NOT NULL,
  edited_by TEXT NOT NULL REFERENCES account (id),
  edited_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER undisclosed_matter_no_delete BEFORE DELETE ON undisclosed_matter
BEGIN SELECT RAISE(ABORT, 'an undisclosed matter is never deleted'); END;

-- Re-reviews (条例第18条).
CREATE TABLE undisclosed_review (
  sequence INTEGER NOT NULL PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES undisclosed_matter (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('STILL_WITHHELD', 'PART_DISCLOSED', 'DISCLOSED')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  -- Null when nothing is withheld any more.
  next_due TEXT,
  reviewed_by TEXT NOT NULL REFERENCES account (id),
  reviewed_at TEXT NOT NULL,
  reviewed_on TEXT NOT NULL,
  CHECK ((outcome = 'DISCLOSED') = (next_due IS NULL))
) STRICT;

CREATE INDEX undisclosed_review_matter ON undisclosed_review (matter_id, sequence);
CREATE TRIGGER undisclosed_review_no_update BEFORE UPDATE ON undisclosed_review
BEGIN SELECT RAISE(ABORT, 'undisclosed_review is append-only'); END;
CREATE TRIGGER undisclosed_review_no_delete BEFORE DELETE ON undisclosed_review
BEGIN SELECT RAISE(ABORT, 'undisclosed_review is append-only'); END;

-- Drafts begun because a re-review decided to disclose.
CREATE TABLE undisclosed_draft (
  review_sequence INTEGER NOT NULL PRIMARY KEY REFERENCES undisclosed_review (sequence),
  notice_id TEXT NOT NULL UNIQUE REFERENCES notice (id)
) STRICT;

-- 清单 (R-022). What a list is called and holds stands in its change sets alone.
CREATE TABLE list_register (
  id TEXT NOT NULL PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('LICENCE', 'POWER', 'DUTY', 'FEE', 'MICRO_POWER', 'OTHER')),
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER list_register_no_update BEFORE UPDATE ON list_register
BEGIN SELECT RAISE(ABORT, 'a list never changes but by a change set'); END;
CREATE TRIGGER list_register_no_delete BEFORE DELETE ON list_register
BEGIN SELECT RAISE(ABORT, 'a list is never deleted'); END;

-- Changes that were proposed together; public from the day they take effect, once a second person has confirmed them.
CREATE TABLE list_change_set (
  id TEXT NOT NULL PRIMARY KEY,
  list_id TEXT NOT NULL REFERENCES list_register (id),
  -- Null where name or columns stay as they are.
  name TEXT,
  -- JSON array of ListColumn.
  columns TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  legal_basis TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  source_file TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES account (id),
  proposed_at TEXT NOT NULL,
  -- It takes personal information away: what stood there before is not told to the public any more.
  personal INTEGER NOT NULL CHECK (personal IN (0, 1))
) STRICT;

CREATE INDEX list_change_set_list ON list_change_set (list_id, id);
CREATE TRIGGER list_change_set_no_update BEFORE UPDATE ON list_change_set
BEGIN SELECT RAISE(ABORT, 'list_change_set is append-only'); END;
CREATE TRIGGER list_change_set_no_delete BEFORE DELETE ON list_change_set
BEGIN SELECT RAISE(ABORT, 'list_change_set is append-only'); END;

CREATE TABLE list_change (
  change_set_id TEXT NOT NULL REFERENCES list_change_set (id),
  position INTEGER NOT NULL,
  row_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ADDED', 'CHANGED', 'REMOVED')),
  -- JSON object of texts by column id; null for what is removed.
  cells TEXT,
  -- Where the row stands among the others.
  place REAL NOT NULL,
  -- The change set whose version of the row this one replaces; null for a new row.
  base TEXT REFERENCES list_change_set (id),
  PRIMARY KEY (change_set_id, position),
  UNIQUE (change_set_id, row_id),
  CHECK ((kind = 'REMOVED') = (cells IS NULL)),
  CHECK ((kind = 'ADDED') = (base IS NULL))
) STRICT;

CREATE TRIGGER list_change_no_update BEFORE UPDATE ON list_change
BEGIN SELECT RAISE(ABORT, 'list_change is append-only'); END;
CREATE TRIGGER list_change_no_delete BEFORE DELETE ON list_change
BEGIN SELECT RAISE(ABORT, 'list_change is append-only'); END;

CREATE TABLE list_decision (
  sequence INTEGER NOT NULL PRIMARY KEY,
  change_set_id TEXT NOT NULL UNIQUE REFERENCES list_change_set (id),
  decision TEXT NOT NULL CHECK (decision IN ('CONFIRMED', 'RETURNED', 'RECALLED')),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES account (id),
  decided_at TEXT NOT NULL,
  -- The second person saw personal information in what is taken away.
  personal INTEGER NOT NULL CHECK (personal IN (0, 1))
) STRICT;

CREATE TRIGGER list_decision_no_update BEFORE UPDATE ON list_decision
BEGIN SELECT RAISE(ABORT, 'list_decision is append-only'); END;
CREATE TRIGGER list_decision_no_delete BEFORE DELETE ON list_decision
BEGIN SELECT RAISE(ABORT, 'list_decision is append-only'); END;

-- A whole list taken from the public, and shown again. The newest row says how it stands.
CREATE TABLE list_standing (
  sequence INTEGER NOT NULL PRIMARY KEY,
  list_id TEXT NOT NULL REFERENCES list_register (id),
  action TEXT NOT NULL CHECK (action IN ('HIDDEN', 'SHOWN')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX list_standing_list ON list_standing (list_id, sequence);
CREATE TRIGGER list_standing_no_update BEFORE UPDATE ON list_standing
BEGIN SELECT RAISE(ABORT, 'list_standing is append-only'); END;
CREATE TRIGGER list_standing_no_delete BEFORE DELETE ON list_standing
BEGIN SELECT RAISE(ABORT, 'list_standing is append-only'); END;
