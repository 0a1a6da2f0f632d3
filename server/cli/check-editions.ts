import type { Database } from 'better-sqlite3'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import { type Retention, retainUntil, retentionOf } from '../../domain/notice/retention.ts'
import type { BoardFault } from './board-fault.ts'

type RecordRow = {
  readonly id: number
  readonly noticeKind: NoticeKind
  readonly publishDate: string
  readonly retention: Retention | null
  readonly retainUntil: string | null
  /** What the office has ever set for its item, with commas between. */
  readonly ofItem: string | null
  readonly told: 0 | 1
}

const RECORDS = `SELECT e.id, e.notice_kind AS noticeKind, e.publish_date AS publishDate, r.retention, r.retain_until AS retainUntil,
    (SELECT group_concat(i.retention) FROM edition_item t JOIN item_retention i ON i.item_id = t.item_id
     WHERE t.edition_id = e.id AND i.retention IS NOT NULL) AS ofItem,
    r.change_kind IS e.content ->> '$.change.kind'
      AND r.change_note IS coalesce(e.content ->> '$.change.note', '')
      AND r.expires_at IS e.content ->> '$.expiresAt'
      AND r.unit_id IS coalesce(s.placement ->> '$.unitId', r.unit_id) AS told
  FROM edition e
  LEFT JOIN edition_record r ON r.edition_id = e.id
  LEFT JOIN submission s ON s.id = e.submission_id`

function holds(row: RecordRow): boolean {
  const { retention, noticeKind, publishDate, ofItem } = row
  if (retention === null || row.told === 0 || row.retainUntil !== retainUntil(retention, publishDate))
    return false
  return retention === retentionOf(noticeKind, null) || (ofItem ?? '').split(',').includes(retention)
}

// The log tells notice, board, edition, day and person of each sheet. Of one that was taken down before it was put up the day is
// that of putting up, whatever earlier day was said.
const SHEETS = `WITH told AS (
    SELECT action, subject_id AS notice, actor_id AS person, detail ->> '$.boardId' AS board, detail ->> '$.hash' AS hash,
      detail ->> '$.editionNumber' AS number, detail ->> '$.on' AS day
    FROM audit_event
    WHERE json_valid(detail) AND subject_kind = 'notice'
      AND action IN ('notice.post', 'notice.unpost', 'notice.recall-tick')
  ), sheet AS (
    SELECT p.id, e.notice_id AS notice, e.hash, e.edition_number AS number, p.board_id AS board, p.posted_on AS day,
      p.posted_by AS person, r.removed_on AS gone, r.removed_by AS remover
    FROM posting p JOIN edition e ON e.id = p.edition_id LEFT JOIN posting_removal r ON r.posting_id = p.id
  ), tick AS (
    SELECT c.id, e.notice_id AS notice, e.edition_number AS number, c.board_id AS board, t.removed_on AS day, t.account_id AS person
    FROM recall_tick t JOIN recall_entry c ON c.id = t.entry_id JOIN edition e ON e.id = c.edition_id
  )
  SELECT s.id FROM sheet s WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.action = 'notice.post' AND t.notice = s.notice
    AND t.board = s.board AND t.hash = s.hash AND t.day = s.day AND t.person = s.person)
  UNION SELECT s.id FROM sheet s WHERE s.gone IS NOT NULL AND NOT EXISTS (SELECT 1 FROM told t WHERE t.action <> 'notice.post'
    AND t.notice = s.notice AND t.board = s.board AND t.number = s.number AND max(t.day, s.day) = s.gone AND t.person = s.remover)
  UNION SELECT 'recall ' || k.id FROM tick k WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.action <> 'notice.post'
    AND t.notice = k.notice AND t.board = k.board AND t.number = k.number AND t.day = k.day AND t.person = k.person)
  UNION SELECT t.notice FROM told t WHERE t.action = 'notice.post' AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.notice = t.notice
    AND s.board = t.board AND s.hash = t.hash AND s.day = t.day AND s.person = t.person)
  UNION SELECT t.notice FROM told t WHERE t.action = 'notice.unpost' AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.notice = t.notice
    AND s.board = t.board AND s.number = t.number AND s.gone = t.day AND s.remover = t.person)
  UNION SELECT t.notice FROM told t WHERE t.action = 'notice.recall-tick' AND NOT EXISTS (SELECT 1 FROM tick k
    WHERE k.notice = t.notice AND k.board = t.board AND k.number = t.number AND k.day = t.day AND k.person = t.person)`

/**
 * Proves what is kept beside the editions: what each changed and how long it shows against its content, its life against the rule
 * and what the office has set, and every sheet put up, taken down or ticked off against the log.
 * @example editionFaults(store.database) // [{ code: 'EDITION_RECORD_WRONG', subject: '31' }]
 */
export function editionFaults(database: Database): BoardFault[] {
  const faults: BoardFault[] = []
  for (const row of database.prepare(RECORDS).iterate() as IterableIterator<RecordRow>) {
    if (!holds(row)) faults.push({ code: 'EDITION_RECORD_WRONG', subject: String(row.id) })
  }
  const sheets = database.prepare(SHEETS).pluck().all() as string[]
  return [...faults, ...sheets.map((subject): BoardFault => ({ code: 'POSTING_NOT_LOGGED', subject }))]
}
