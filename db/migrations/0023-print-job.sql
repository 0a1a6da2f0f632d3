-- Print jobs: what was built, handed to which printer, and what came out. The state of a job is read from its rows, so that no
-- restart and no power cut can leave one that says something else than what happened. Files lie in the spool, which is no
-- evidence: the hash of what was printed is.
CREATE TABLE print_job (
  sequence INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- JSON, as `PrintSubject`.
  subject TEXT NOT NULL CHECK (json_valid(subject)),
  title TEXT NOT NULL,
  -- The edition that is printed; null for papers that are none.
  edition_hash TEXT,
  -- Whether it was the newest one when it was asked for; null for papers that are none.
  current INTEGER CHECK (current IN (0, 1)),
  -- As asked for: a form for the product's own template; null leaves the choice to the program.
  template_id TEXT,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE print_build (
  sequence INTEGER NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES print_job (id),
  -- Made again after somebody decided which characters are left for the pen.
  decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
  -- JSON of the refusal when it could not be made.
  refusal TEXT CHECK (json_valid(refusal)),
  sha256 TEXT,
  pages INTEGER CHECK (pages > 0),
  paper TEXT CHECK (paper IN ('A4', 'A3')),
  -- JSON, as `TypeReport`.
  type_report TEXT CHECK (json_valid(type_report)),
  template_id TEXT,
  template_version INTEGER,
  template_form TEXT,
  -- JSON, as `TemplateDefinition`: the product's own changes with the program, and which look hung stays provable.
  template_definition TEXT CHECK (json_valid(template_definition)),
  -- JSON: first and last day of the 公示 as printed; null for papers that say none.
  displayed TEXT CHECK (json_valid(displayed)),
  at TEXT NOT NULL,
  CHECK ((refusal IS NULL) = (sha256 IS NOT NULL AND pages IS NOT NULL AND type_report IS NOT NULL
    AND template_definition IS NOT NULL))
) STRICT;

CREATE TABLE print_decision (
  job_id TEXT NOT NULL PRIMARY KEY REFERENCES print_job (id),
  -- JSON: characters that are written in by hand; the rest is printed in the face that stands in.
  by_hand TEXT NOT NULL CHECK (json_valid(by_hand)),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One sending; written before anything is handed over.
CREATE TABLE print_run (
  sequence INTEGER NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES print_job (id),
  -- From 1 within the job.
  number INTEGER NOT NULL CHECK (number > 0),
  route TEXT NOT NULL CHECK (route IN ('PRINTER', 'VIEWER', 'BROWSER')),
  printer TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- As typed; empty for all.
  pages TEXT NOT NULL,
  -- Which start of the program sent it: how far a sending of an earlier one came nobody can know.
  launch TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  UNIQUE (job_id, number)
) STRICT;

-- What the system said of a sending. Without a row it was never told.
CREATE TABLE print_run_end (
  run INTEGER NOT NULL PRIMARY KEY REFERENCES print_run (sequence),
  ending TEXT NOT NULL CHECK (ending IN ('HANDED', 'REFUSED', 'UNKNOWN')),
  at TEXT NOT NULL
) STRICT;

-- What a person says came out; the newest counts.
CREATE TABLE print_outcome (
  sequence INTEGER NOT NULL PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES print_run (sequence),
  came TEXT NOT NULL CHECK (came IN ('ALL', 'PART', 'NOTHING')),
  pages TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE print_cancel (
  job_id TEXT NOT NULL PRIMARY KEY REFERENCES print_job (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX print_job_edition ON print_job (edition_hash) WHERE edition_hash IS NOT NULL;
CREATE INDEX print_build_job ON print_build (job_id, sequence);
CREATE INDEX print_outcome_run ON print_outcome (run, sequence);

CREATE TRIGGER print_job_no_update BEFORE UPDATE ON print_job
BEGIN SELECT RAISE(ABORT, 'print_job is append-only'); END;
CREATE TRIGGER print_job_no_delete BEFORE DELETE ON print_job
BEGIN SELECT RAISE(ABORT, 'print_job is append-only'); END;

CREATE TRIGGER print_build_no_update BEFORE UPDATE ON print_build
BEGIN SELECT RAISE(ABORT, 'print_build is append-only'); END;
CREATE TRIGGER print_build_no_delete BEFORE DELETE ON print_build
BEGIN SELECT RAISE(ABORT, 'print_build is append-only'); END;

CREATE TRIGGER print_decision_no_update BEFORE UPDATE ON print_decision
BEGIN SELECT RAISE(ABORT, 'print_decision is append-only'); END;
CREATE TRIGGER print_decision_no_delete BEFORE DELETE ON print_decision
BEGIN SELECT RAISE(ABORT, 'print_decision is append-only'); END;

CREATE TRIGGER print_run_no_update BEFORE UPDATE ON print_run
BEGIN SELECT RAISE(ABORT, 'print_run is append-only'); END;
CREATE TRIGGER print_run_no_delete BEFORE DELETE ON print_run
BEGIN SELECT RAISE(ABORT, 'print_run is append-only'); END;

CREATE TRIGGER print_run_end_no_update BEFORE UPDATE ON print_run_end
BEGIN SELECT RAISE(ABORT, 'print_run_end is append-only'); END;
CREATE TRIGGER print_run_end_no_delete BEFORE DELETE ON print_run_end
BEGIN SELECT RAISE(ABORT, 'print_run_end is append-only'); END;

CREATE TRIGGER print_outcome_no_update BEFORE UPDATE ON print_outcome
BEGIN SELECT RAISE(ABORT, 'print_outcome is append-only'); END;
CREATE TRIGGER print_outcome_no_delete BEFORE DELETE ON print_outcome
BEGIN SELECT RAISE(ABORT, 'print_outcome is append-only'); END;

CREATE TRIGGER print_cancel_no_update BEFORE UPDATE ON print_cancel
BEGIN SELECT RAISE(ABORT, 'print_cancel is append-only'); END;
CREATE TRIGGER print_cancel_no_delete BEFORE DELETE ON print_cancel
BEGIN SELECT RAISE(ABORT, 'print_cancel is append-only'); END;
