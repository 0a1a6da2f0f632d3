-- Rules the office or the county has added or changed; the starter set comes with the program.
CREATE TABLE deadline_rule (
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  rule TEXT,
  display_period TEXT,
  basis TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('NATION', 'PROVINCE', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
  verified TEXT NOT NULL CHECK (verified IN ('LAW', 'SOURCE', 'PAGE', 'UNVERIFIED')),
  default_for TEXT NOT NULL,
  effective_from TEXT,
  effective_to TEXT,
  note TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  PRIMARY KEY (rule_id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deadline_rule_no_update BEFORE UPDATE ON deadline_rule
BEGIN SELECT RAISE(ABORT, 'a rule is changed by a new version'); END;
CREATE TRIGGER deadline_rule_no_delete BEFORE DELETE ON deadline_rule
BEGIN SELECT RAISE(ABORT, 'a rule is ended by a new version'); END;

-- By which rule duties are due, once for the thousands that share it.
CREATE TABLE duty_ground (
  id INTEGER NOT NULL PRIMARY KEY,
  -- Canonical JSON (DutyGround).
  ground TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE duty (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('PERIODIC', 'EVENT', 'BATCH', 'STAGE', 'STANDING_CHECK', 'INTERPRETATION', 'EMERGENCY')),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  item_id TEXT REFERENCES catalogue_item (id),
  regime TEXT NOT NULL CHECK (regime IN ('GOV', 'VILLAGE', 'RESIDENT', 'PARTY')),
  title TEXT NOT NULL,
  period TEXT NOT NULL,
  event TEXT NOT NULL,
  stage INTEGER NOT NULL,
  stage_name TEXT NOT NULL,
  -- The first stage of the matter this is a later stage of.
  stage_of TEXT REFERENCES duty (id),
  policy_notice_id TEXT REFERENCES notice (id),
  ground_id INTEGER NOT NULL REFERENCES duty_ground (id),
  -- Canonical JSON (DueTerm): what the due date is reckoned from. Duties that share it share the date.
  term TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  target TEXT NOT NULL,
  due TEXT NOT NULL,
  due_at TEXT,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  assignee_id TEXT REFERENCES account (id),
  created_at TEXT NOT NULL,
  -- How it stands closed; null while it is open. The history of it is in duty_entry.
  closing TEXT CHECK (closing IN ('PUBLISHED', 'NIL', 'WAIVED', 'CHECKED')),
  closed_at TEXT,
  closed_on TEXT,
  closed_by TEXT REFERENCES account (id),
  closed_notice_id TEXT REFERENCES notice (id),
  closed_reason TEXT NOT NULL DEFAULT '',
  closed_clock_doubt INTEGER NOT NULL DEFAULT 0 CHECK (closed_clock_doubt IN (0, 1)),
  CHECK ((closing IS NULL) = (closed_at IS NULL))
) STRICT;

-- One duty a unit, item and period, however often they are generated.
CREATE UNIQUE INDEX duty_period ON duty (item_id, unit_id, kind, period) WHERE period <> '';
CREATE UNIQUE INDEX duty_interpretation ON duty (policy_notice_id) WHERE kind = 'INTERPRETATION';
-- All that lists and counts of open duties ask for, so that they never touch the rows they do not show.
CREATE INDEX duty_open ON duty (due, id, unit_id, regime, assignee_id, due_at, closing) WHERE closing IS NULL;
CREATE INDEX duty_regime_period ON duty (regime, period) WHERE period <> '';
CREATE INDEX duty_due ON duty (due, id);
CREATE INDEX duty_term ON duty (term) WHERE closing IS NULL;
-- Without the due date, which a new calendar moves for thousands.
CREATE INDEX duty_item ON duty (item_id, unit_id);
CREATE INDEX duty_notice ON duty (closed_notice_id) WHERE closed_notice_id IS NOT NULL;
CREATE INDEX duty_stages ON duty (stage_of, stage) WHERE stage_of IS NOT NULL;
CREATE INDEX duty_doubt ON duty (id) WHERE closed_clock_doubt = 1;

CREATE TRIGGER duty_no_delete BEFORE DELETE ON duty
BEGIN SELECT RAISE(ABORT, 'a duty is never deleted'); END;

-- What happened to a duty: closed, opened again, given to somebody, moved by a calendar.
CREATE TABLE duty_entry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  duty_id TEXT NOT NULL REFERENCES duty (id),
  action TEXT NOT NULL CHECK (action IN ('CLOSED', 'REOPENED', 'CONFIRMED', 'ASSIGNED', 'MOVED')),
  closing TEXT,
  notice_id TEXT REFERENCES notice (id),
  reason TEXT NOT NULL,
  former_due TEXT,
  due TEXT,
  -- The change of the calendar that moved it.
  calendar_change_id INTEGER REFERENCES calendar_change (id),
  account_id TEXT REFERENCES account (id),
  at TEXT NOT NULL,
  on_date TEXT NOT NULL,
  clock_doubt INTEGER NOT NULL CHECK (clock_doubt IN (0, 1))
) STRICT;

CREATE INDEX duty_entry_duty ON duty_entry (duty_id, sequence);
CREATE INDEX duty_entry_notice ON duty_entry (notice_id, sequence) WHERE notice_id IS NOT NULL;
CREATE INDEX duty_entry_change ON duty_entry (calendar_change_id, due, sequence) WHERE calendar_change_id IS NOT NULL;
CREATE TRIGGER duty_entry_no_update BEFORE UPDATE ON duty_entry
BEGIN SELECT RAISE(ABORT, 'duty_entry is append-only'); END;
CREATE TRIGGER duty_entry_no_delete BEFORE DELETE ON duty_entry
BEGIN SELECT RAISE(ABORT, 'duty_entry is append-only'); END;

-- Where a notice belongs, beside its text: whose it is, which duty it works off, what it interprets. A notice without a
-- row is the township's own and works off what its item says.
CREATE TABLE notice_placement (
  notice_id TEXT NOT NULL PRIMARY KEY REFERENCES notice (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  duty_id TEXT REFERENCES duty (id),
  -- It works off none, although the item may have one open.
  no_duty INTEGER NOT NULL DEFAULT 0 CHECK (no_duty IN (0, 1)),
  -- JSON (NoticePolicy): null when it is no policy document.
  policy TEXT,
  -- JSON (NoticeInterpretation): null when it interprets nothing.
  interpretation TEXT
) STRICT;

CREATE INDEX notice_placement_duty ON notice_placement (duty_id) WHERE duty_id IS NOT NULL;
CREATE INDEX notice_placement_interprets ON notice_placement (json_extract(interpretation, '$.ofNoticeId'))
WHERE interpretation IS NOT NULL;
CREATE INDEX notice_item ON notice (catalogue_item_id) WHERE catalogue_item_id IS NOT NULL;

-- The published interpretations of a published document, by its index number.
CREATE INDEX edition_interprets ON edition (json_extract(content, '$.interprets.indexNumber'))
WHERE state = 'PUBLISHED' AND notice_kind = 'INTERPRETATION';

-- On which item an edition was published: the working copy may be moved to another while the edition still hangs.
CREATE TABLE edition_item (
  edition_id INTEGER NOT NULL PRIMARY KEY REFERENCES edition (id),
  item_id TEXT NOT NULL REFERENCES catalogue_item (id)
) STRICT;

INSERT INTO edition_item (edition_id, item_id)
SELECT e.id, n.catalogue_item_id FROM edition e JOIN notice n ON n.id = e.notice_id WHERE n.catalogue_item_id IS NOT NULL;

CREATE INDEX edition_item_item ON edition_item (item_id);
-- What is held back from the public is asked for at every public answer.
CREATE INDEX catalogue_row_named ON catalogue_row (version_id) WHERE disclosure_scope = 'NAMED_PERSONS';
CREATE TRIGGER edition_item_no_update BEFORE UPDATE ON edition_item
BEGIN SELECT RAISE(ABORT, 'the item of an edition never changes'); END;
CREATE TRIGGER edition_item_no_delete BEFORE DELETE ON edition_item
BEGIN SELECT RAISE(ABORT, 'the item of an edition never changes'); END;
