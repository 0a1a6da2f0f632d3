import type { Database } from 'better-sqlite3'
import { actOnPosting, type PostingAction } from '../../domain/posting/posting-machine.ts'
import { ledgerRows } from '../../db/ledger-row.ts'
import type { PostingState } from '../../domain/posting/posting-state.ts'
import type { BoardFault } from './board-fault.ts'

// Every row of the ledger has its event in the log, and every such event its row.
const LEDGER = `WITH told AS (
    SELECT action, subject_id AS posting, actor_id AS person, detail ->> '$.boardId' AS board, detail ->> '$.hash' AS hash,
      detail ->> '$.on' AS day, detail ->> '$.plannedOn' AS planned, detail ->> '$.photo' AS photo, detail ->> '$.sha256' AS file,
      detail ->> '$.photoMoment' AS moment
    FROM audit_event WHERE json_valid(detail) AND subject_kind IN ('posting', 'board') AND action GLOB 'posting.*' OR action = 'board.photo'
  ), step AS (
    SELECT e.posting_id AS posting, e.on_day AS day, e.account_id AS person,
      CASE e.kind WHEN 'CHECKED' THEN 'posting.check' WHEN 'DAMAGED' THEN 'posting.damage' ELSE 'posting.repost' END AS action
    FROM posting_event e
  ), ending AS (
    SELECT plan_id AS posting, account_id AS person,
      CASE outcome WHEN 'CANCELLED' THEN 'posting.cancel' ELSE 'posting.overtaken' END AS action
    FROM posting_plan_end WHERE outcome <> 'POSTED'
  ), picture AS (
    SELECT id, posting_id AS subject, sha256, account_id AS person, moment FROM posting_photo
    UNION ALL SELECT id, board_id, sha256, account_id, NULL FROM board_photo
  )
  SELECT l.id FROM posting_plan l JOIN edition e ON e.id = l.edition_id WHERE NOT EXISTS (SELECT 1 FROM told t
    WHERE t.action = 'posting.plan' AND t.posting = l.id AND t.board = l.board_id AND t.hash = e.hash
      AND t.planned = l.planned_on AND t.person = l.account_id)
  UNION SELECT t.posting FROM told t WHERE t.action = 'posting.plan' AND NOT EXISTS (SELECT 1 FROM posting_plan l WHERE l.id = t.posting)
  UNION SELECT x.posting FROM ending x WHERE NOT EXISTS (SELECT 1 FROM told t
    WHERE t.action = x.action AND t.posting = x.posting AND t.person = x.person)
  UNION SELECT t.posting FROM told t WHERE t.action IN ('posting.cancel', 'posting.overtaken')
    AND NOT EXISTS (SELECT 1 FROM ending x WHERE x.action = t.action AND x.posting = t.posting)
  UNION SELECT n.plan_id FROM posting_plan_end n WHERE (n.outcome = 'POSTED') <> EXISTS (SELECT 1 FROM posting p WHERE p.id = n.plan_id)
  UNION SELECT posting FROM (SELECT posting, action, day, person, count(*) AS n FROM step GROUP BY 1, 2, 3, 4
    EXCEPT SELECT posting, action, day, person, count(*) FROM told WHERE action IN ('posting.check', 'posting.damage', 'posting.repost') GROUP BY 1, 2, 3, 4)
  UNION SELECT posting FROM (SELECT posting, action, day, person, count(*) FROM told WHERE action IN ('posting.check', 'posting.damage', 'posting.repost') GROUP BY 1, 2, 3, 4
    EXCEPT SELECT posting, action, day, person, count(*) FROM step GROUP BY 1, 2, 3, 4)
  UNION SELECT k.id FROM picture k WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.action IN ('posting.photo', 'board.photo')
    AND t.posting = k.subject AND t.photo = k.id AND t.file = k.sha256 AND t.person = k.person AND t.moment IS k.moment)
  UNION SELECT t.photo FROM told t WHERE t.action IN ('posting.photo', 'board.photo') AND NOT EXISTS (SELECT 1 FROM picture k WHERE k.id = t.photo)
  UNION SELECT d.posting_id FROM removal_detail d WHERE d.early = 1 AND NOT EXISTS (SELECT 1 FROM audit_event a
    WHERE a.action = 'notice.unpost' AND json_valid(a.detail) AND a.detail ->> '$.posting' = d.posting_id
      AND a.detail ->> '$.early' = 1 AND a.detail ->> '$.lastDay' = d.last_day)
  UNION SELECT a.detail ->> '$.posting' FROM audit_event a WHERE a.action = 'notice.unpost' AND json_valid(a.detail)
    AND a.detail ->> '$.early' = 1 AND NOT EXISTS (SELECT 1 FROM removal_detail d WHERE d.posting_id = a.detail ->> '$.posting' AND d.early = 1)
  UNION SELECT s.posting_id FROM posting_standing s WHERE EXISTS (SELECT 1 FROM posting_removal r WHERE r.posting_id = s.posting_id)
    OR EXISTS (SELECT 1 FROM posting_error x WHERE x.posting_id = s.posting_id AND x.photo_id IS NULL)
  UNION SELECT p.id FROM posting p WHERE NOT EXISTS (SELECT 1 FROM posting_removal r WHERE r.posting_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM posting_error x WHERE x.posting_id = p.id AND x.photo_id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM posting_standing s WHERE s.posting_id = p.id)`

const STEPS = `SELECT e.posting_id AS id, e.kind, e.on_day AS onDay, p.posted_on AS postedOn, r.removed_on AS removedOn
  FROM posting_event e JOIN posting p ON p.id = e.posting_id LEFT JOIN posting_removal r ON r.posting_id = p.id
  ORDER BY e.posting_id, e.sequence`

const ACTION: Readonly<Record<string, PostingAction>> = {
  CHECKED: 'CHECK',
  DAMAGED: 'DAMAGE',
  REPOSTED: 'REPOST',
}

/** Sheets whose life could not have gone that way: forbidden steps, or days that run backwards. */
function impossibleLives(database: Database): readonly string[] {
  type Step = {
    readonly id: string
    readonly kind: string
    readonly onDay: string
    readonly postedOn: string
    readonly removedOn: string | null
  }
  const wrong = new Set<string>()
  const lives = new Map<string, { readonly state: PostingState; readonly day: string }>()
  for (const { id, kind, onDay, postedOn, removedOn } of database
    .prepare(STEPS)
    .iterate() as Iterable<Step>) {
    const life = lives.get(id) ?? { state: 'POSTED', day: postedOn }
    const action = ACTION[kind]
    const next = action ? actOnPosting(life.state, action) : null
    if (!next?.ok || onDay < life.day || (removedOn !== null && onDay > removedOn)) wrong.add(id)
    lives.set(id, { state: next?.ok ? next.value : life.state, day: onDay })
  }
  return [...wrong]
}

const HASHED = `SELECT subject_id AS subject, detail ->> '$.rowSha256' AS sha256 FROM audit_event
  WHERE json_valid(detail) AND detail ->> '$.rowSha256' IS NOT NULL`

/** Rows of which a word is not what the log has the hash of, and hashes of rows that are gone. */
function alteredRows(database: Database): readonly string[] {
  type Hashed = { readonly subject: string; readonly sha256: string }
  const told = new Map(
    (database.prepare(HASHED).all() as Hashed[]).map(({ sha256, subject }) => [sha256, subject]),
  )
  const altered: string[] = []
  for (const { subject, sha256 } of ledgerRows(database)) {
    if (!told.delete(sha256)) altered.push(subject)
  }
  return [...altered, ...told.values()]
}

/**
 * Proves the ledger of sheets (张贴台账) against the log and against the life a sheet can have: plans, rounds, photographs, early
 * removals, every word of them by its hash, and what is kept of them for quick reading.
 * @example postingFaults(store.database) // []
 */
export function postingFaults(database: Database): BoardFault[] {
  const told = database.prepare(LEDGER).pluck().all() as string[]
  const subjects = new Set([...told, ...impossibleLives(database), ...alteredRows(database)])
  return [...subjects].map((subject): BoardFault => ({ code: 'POSTING_LEDGER_WRONG', subject }))
}
