-- More states of a notice; the table is built anew, because a CHECK cannot be changed.
CREATE TABLE notice_new (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('DRAFT', 'IN_REVIEW', 'REFERRED', 'RETURNED', 'APPROVED', 'SCHEDULED', 'PUBLISHED',
    'WITHDRAWN', 'ARCHIVED')),
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
INSERT INTO notice_new SELECT * FROM notice;
DROP TABLE notice;
ALTER TABLE notice_new RENAME TO notice;

CREATE INDEX notice_state ON notice (state, updated_at DESC);
CREATE INDEX notice_updated ON notice (updated_at DESC);
CREATE INDEX notice_item ON notice (catalogue_item_id) WHERE catalogue_item_id IS NOT NULL;

-- What was handed in is frozen whole: the author may go on with a next draft, and may move that to another item or unit.
ALTER TABLE submission ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE submission ADD COLUMN catalogue_item_id TEXT REFERENCES catalogue_item (id);
-- JSON (NoticePlacement).
ALTER TABLE submission ADD COLUMN placement TEXT;
-- JSON (ReviewChain).
ALTER TABLE submission ADD COLUMN chain TEXT NOT NULL DEFAULT '[["REVIEW","SECRECY_REVIEW"]]';
-- Published by one person before it was decided on; empty unless it was.
ALTER TABLE submission ADD COLUMN emergency_reason TEXT NOT NULL DEFAULT '';
-- JSON: ids of everybody who had written on it when it was handed in; whoever writes on the next draft is not among them.
ALTER TABLE submission ADD COLUMN author_ids TEXT NOT NULL DEFAULT '[]';
-- Why the document is open as it is (公开属性的理由), for the review slip; never public.
ALTER TABLE submission ADD COLUMN mode_reason TEXT NOT NULL DEFAULT '';
-- JSON: what the catalogue said of the item that day (basis, deadline, channels), for the review slip. Null for what was handed
-- in before, and without an item.
ALTER TABLE submission ADD COLUMN item_words TEXT;

UPDATE submission SET
  revision = (SELECT n.revision FROM notice n WHERE n.id = notice_id),
  -- What was published stands on record; the working copy may be a next draft on another item by now.
  catalogue_item_id = coalesce(
    (SELECT i.item_id FROM edition e JOIN edition_item i ON i.edition_id = e.id WHERE e.submission_id = submission.id),
    (SELECT n.catalogue_item_id FROM notice n WHERE n.id = notice_id)
  ),
  placement = (
    SELECT json_object('unitId', p.unit_id, 'dutyId', p.duty_id, 'noDuty', json(iif(p.no_duty, 'true', 'false')),
      'policy', json(p.policy), 'interpretation', json(p.interpretation))
    FROM notice_placement p WHERE p.notice_id = submission.notice_id
  ),
  author_ids = (
    SELECT json_group_array(DISTINCT a.account_id) FROM notice_author a WHERE a.notice_id = submission.notice_id
      AND a.edition_number <= coalesce((SELECT e.edition_number FROM edition e WHERE e.submission_id = submission.id),
        a.edition_number)
  ),
  -- Of what is closed nobody knows any more what the reason was; what the working copy says now is no record of it.
  mode_reason = iif(closed = 1, '', (
    SELECT coalesce(n.content ->> 'disclosureModeReason', '') FROM notice n WHERE n.id = submission.notice_id
  ));

CREATE TRIGGER submission_whole_frozen
BEFORE UPDATE OF revision, catalogue_item_id, placement, chain, emergency_reason, author_ids, mode_reason,
  item_words ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is frozen'); END;

-- More kinds of decision, and one for each language.
CREATE TABLE submission_decision_new (
  submission_id TEXT NOT NULL REFERENCES submission (id),
  kind TEXT NOT NULL CHECK (kind IN ('REVIEW', 'SECRECY_REVIEW', 'LEGALITY_REVIEW', 'LANGUAGE_REVIEW', 'COMMITTEE_REVIEW',
    'LEADER_APPROVAL')),
  -- BCP 47; empty but for a LANGUAGE_REVIEW.
  language TEXT NOT NULL CHECK ((language <> '') = (kind = 'LANGUAGE_REVIEW')),
  decision TEXT NOT NULL CHECK (decision IN ('APPROVED', 'RETURNED')),
  -- Who gave it; for a COMMITTEE_REVIEW who entered the slip.
  account_id TEXT NOT NULL REFERENCES account (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Why one person gave two decisions, in a two-person office; empty otherwise.
  exception_reason TEXT NOT NULL DEFAULT '',
  -- The scan of the signed slip, whose signatures it bears and of which day; only a COMMITTEE_REVIEW has one.
  slip_sha256 TEXT,
  slip_size INTEGER,
  slip_media_type TEXT,
  signed_by TEXT NOT NULL DEFAULT '',
  signed_on TEXT,
  -- Given after an emergency publication.
  after_the_fact INTEGER NOT NULL DEFAULT 0 CHECK (after_the_fact IN (0, 1)),
  -- In which of their roles the person acted; empty for what was decided before this was kept.
  role TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (submission_id, kind, language)
) STRICT, WITHOUT ROWID;
INSERT INTO submission_decision_new (submission_id, kind, language, decision, account_id, reason, at)
SELECT submission_id, kind, '', decision, account_id, reason, at FROM submission_decision;
DROP TABLE submission_decision;
ALTER TABLE submission_decision_new RENAME TO submission_decision;

CREATE TRIGGER submission_decision_no_update BEFORE UPDATE ON submission_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER submission_decision_no_delete BEFORE DELETE ON submission_decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

CREATE INDEX submission_decision_exception ON submission_decision (at DESC) WHERE exception_reason <> '';

-- Which decisions a notice needs; the newest row for a regime and kind counts.
CREATE TABLE review_chain (
  sequence INTEGER PRIMARY KEY,
  -- Null is any.
  regime TEXT,
  notice_kind TEXT,
  -- JSON (ReviewChain); null goes back to what the product comes with.
  chain TEXT,
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER review_chain_no_update BEFORE UPDATE ON review_chain
BEGIN SELECT RAISE(ABORT, 'review_chain is append-only'); END;
CREATE TRIGGER review_chain_no_delete BEFORE DELETE ON review_chain
BEGIN SELECT RAISE(ABORT, 'review_chain is append-only'); END;

-- The exception of the two-person office, on or off; the newest row counts.
CREATE TABLE review_exception (
  sequence INTEGER PRIMARY KEY,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER review_exception_no_update BEFORE UPDATE ON review_exception
BEGIN SELECT RAISE(ABORT, 'review_exception is append-only'); END;
CREATE TRIGGER review_exception_no_delete BEFORE DELETE ON review_exception
BEGIN SELECT RAISE(ABORT, 'review_exception is append-only'); END;

-- Remarks on the spot, on what was handed in.
CREATE TABLE submission_remark (
  id TEXT NOT NULL PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  -- JSON (RemarkPlace).
  place TEXT NOT NULL,
  -- What the frozen text says there.
  quote TEXT NOT NULL,
  text TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX submission_remark_of ON submission_remark (submission_id);

CREATE TRIGGER submission_remark_no_update BEFORE UPDATE ON submission_remark
BEGIN SELECT RAISE(ABORT, 'submission_remark is append-only'); END;
CREATE TRIGGER submission_remark_no_delete BEFORE DELETE ON submission_remark
BEGIN SELECT RAISE(ABORT, 'submission_remark is append-only'); END;

-- The author has dealt with a remark on a next draft.
CREATE TABLE remark_settled (
  remark_id TEXT NOT NULL PRIMARY KEY REFERENCES submission_remark (id),
  note TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER remark_settled_no_update BEFORE UPDATE ON remark_settled
BEGIN SELECT RAISE(ABORT, 'remark_settled is append-only'); END;
CREATE TRIGGER remark_settled_no_delete BEFORE DELETE ON remark_settled
BEGIN SELECT RAISE(ABORT, 'remark_settled is append-only'); END;

-- 请示上级: what was put before a higher body.
CREATE TABLE submission_referral (
  id TEXT NOT NULL PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submission (id),
  referred_to TEXT NOT NULL,
  question TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX submission_referral_of ON submission_referral (submission_id);

CREATE TRIGGER submission_referral_no_update BEFORE UPDATE ON submission_referral
BEGIN SELECT RAISE(ABORT, 'submission_referral is append-only'); END;
CREATE TRIGGER submission_referral_no_delete BEFORE DELETE ON submission_referral
BEGIN SELECT RAISE(ABORT, 'submission_referral is append-only'); END;

-- What it answered; the scan stays in the office.
CREATE TABLE referral_answer (
  referral_id TEXT NOT NULL PRIMARY KEY REFERENCES submission_referral (id),
  result TEXT NOT NULL CHECK (result IN ('ALLOWED', 'ALLOWED_WITH_CHANGES', 'NOT_ALLOWED')),
  text TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  scan_sha256 TEXT,
  scan_size INTEGER,
  scan_media_type TEXT,
  account_id TEXT NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER referral_answer_no_update BEFORE UPDATE ON referral_answer
BEGIN SELECT RAISE(ABORT, 'referral_answer is append-only'); END;
CREATE TRIGGER referral_answer_no_delete BEFORE DELETE ON referral_answer
BEGIN SELECT RAISE(ABORT, 'referral_answer is append-only'); END;
