-- 公示 (R-051, R-052): what was put up for objections, for how long, what was objected and what came of it.
-- Whether one runs, has ended or waits for its result is derived; nothing here is ever changed or deleted.
CREATE TABLE public_display (
  id TEXT NOT NULL PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES notice (id),
  -- The edition it began with; runs name later ones.
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX public_display_notice ON public_display (notice_id, id);
CREATE TRIGGER public_display_no_update BEFORE UPDATE ON public_display
BEGIN SELECT RAISE(ABORT, 'public_display is append-only'); END;
CREATE TRIGGER public_display_no_delete BEFORE DELETE ON public_display
BEGIN SELECT RAISE(ABORT, 'public_display is append-only'); END;

-- Spans in which it hung or is to hang; the newest holds. `ends_on` is the last day as it was announced.
CREATE TABLE display_run (
  sequence INTEGER NOT NULL PRIMARY KEY,
  display_id TEXT NOT NULL REFERENCES public_display (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('FIRST', 'RESTARTED', 'CONTINUED', 'AGAIN', 'RESUMED')),
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
  -- JSON of what the end was reckoned from, for reckoning and explaining it again.
  term TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  reason TEXT NOT NULL CHECK (kind = 'FIRST' OR reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  UNIQUE (display_id, number)
) STRICT;

CREATE INDEX display_run_end ON display_run (ends_on);
CREATE TRIGGER display_run_no_update BEFORE UPDATE ON display_run
BEGIN SELECT RAISE(ABORT, 'display_run is append-only'); END;
CREATE TRIGGER display_run_no_delete BEFORE DELETE ON display_run
BEGIN SELECT RAISE(ABORT, 'display_run is append-only'); END;

-- What stopped a run: a gap, an early removal, the notice taken down. `on_day` is the first day on which it did not hang
-- whole. A gap may end in a removal; the newest holds.
CREATE TABLE display_stop (
  sequence INTEGER NOT NULL PRIMARY KEY,
  run_sequence INTEGER NOT NULL REFERENCES display_run (sequence),
  display_id TEXT NOT NULL REFERENCES public_display (id),
  kind TEXT NOT NULL CHECK (kind IN ('INTERRUPTED', 'REMOVED', 'WITHDRAWN')),
  on_day TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX display_stop_display ON display_stop (display_id);
CREATE INDEX display_stop_run ON display_stop (run_sequence);
CREATE TRIGGER display_stop_no_update BEFORE UPDATE ON display_stop
BEGIN SELECT RAISE(ABORT, 'display_stop is append-only'); END;
CREATE TRIGGER display_stop_no_delete BEFORE DELETE ON display_stop
BEGIN SELECT RAISE(ABORT, 'display_stop is append-only'); END;

-- 异议. Who objected is known to the office only.
CREATE TABLE objection (
  id TEXT NOT NULL PRIMARY KEY,
  display_id TEXT NOT NULL REFERENCES public_display (id),
  number INTEGER NOT NULL CHECK (number > 0),
  received_on TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('PHONE', 'VISIT', 'LETTER', 'BOX', 'EMAIL', 'OTHER')),
  -- Empty when it is anonymous.
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  entered_by TEXT NOT NULL REFERENCES account (id),
  entered_at TEXT NOT NULL,
  UNIQUE (display_id, number)
) STRICT;

CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection
BEGIN SELECT RAISE(ABORT, 'objection is append-only'); END;
CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection
BEGIN SELECT RAISE(ABORT, 'an objection is never deleted'); END;

-- Answers, and mergers with another objection; the newest entry holds.
CREATE TABLE objection_entry (
  sequence INTEGER NOT NULL PRIMARY KEY,
  objection_id TEXT NOT NULL REFERENCES objection (id),
  kind TEXT NOT NULL CHECK (kind IN ('ANSWERED', 'MERGED')),
  answer TEXT NOT NULL,
  into_id TEXT REFERENCES objection (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  CHECK ((kind = 'MERGED') = (into_id IS NOT NULL)),
  CHECK ((kind = 'ANSWERED') = (answer <> ''))
) STRICT;

CREATE INDEX objection_entry_objection ON objection_entry (objection_id, sequence);
CREATE TRIGGER objection_entry_no_update BEFORE UPDATE ON objection_entry
BEGIN SELECT RAISE(ABORT, 'objection_entry is append-only'); END;
CREATE TRIGGER objection_entry_no_delete BEFORE DELETE ON objection_entry
BEGIN SELECT RAISE(ABORT, 'objection_entry is append-only'); END;

-- 公示结果, as the public reads it once a second person has confirmed it.
CREATE TABLE display_result (
  id TEXT NOT NULL PRIMARY KEY,
  display_id TEXT NOT NULL REFERENCES public_display (id),
  run_sequence INTEGER NOT NULL REFERENCES display_run (sequence),
  kind TEXT NOT NULL CHECK (kind IN ('NO_OBJECTION', 'OBJECTIONS_HANDLED')),
  text TEXT NOT NULL CHECK (text <> ''),
  proposed_by TEXT NOT NULL REFERENCES account (id),
  proposed_at TEXT NOT NULL
) STRICT;

CREATE INDEX display_result_display ON display_result (display_id, id);
CREATE TRIGGER display_result_no_update BEFORE UPDATE ON display_result
BEGIN SELECT RAISE(ABORT, 'display_result is append-only'); END;
CREATE TRIGGER display_result_no_delete BEFORE DELETE ON display_result
BEGIN SELECT RAISE(ABORT, 'display_result is append-only'); END;

CREATE TABLE display_result_decision (
  result_id TEXT NOT NULL PRIMARY KEY REFERENCES display_result (id),
  decision TEXT NOT NULL CHECK (decision IN ('CONFIRMED', 'RETURNED')),
  reason TEXT NOT NULL CHECK (decision = 'CONFIRMED' OR reason <> ''),
  decided_by TEXT NOT NULL REFERENCES account (id),
  decided_at TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;

CREATE TRIGGER display_result_decision_no_update BEFORE UPDATE ON display_result_decision
BEGIN SELECT RAISE(ABORT, 'display_result_decision is append-only'); END;
CREATE TRIGGER display_result_decision_no_delete BEFORE DELETE ON display_result_decision
BEGIN SELECT RAISE(ABORT, 'display_result_decision is append-only'); END;
