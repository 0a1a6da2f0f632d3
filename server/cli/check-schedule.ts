import type { Database } from 'better-sqlite3'
import type { BoardFault } from './board-fault.ts'

// What was due more than this before somebody last was at the desk, and was neither done nor refused, has been forgotten: the
// timetable runs every twenty seconds while the board does, and at its start. Other records are no proof that it ran, since the
// command line writes them while the board is off. A restored board does nothing by itself before it is confirmed.
const GRACE = '-10 minutes'

const MISSED = `strftime('%Y-%m-%dT%H:%M:%fZ', (
  SELECT max(at) FROM audit_event
  WHERE (action LIKE 'session.%' OR action = 'clock.steady') AND NOT EXISTS (SELECT 1 FROM instance WHERE restored_at IS NOT NULL)
), '${GRACE}')`

/**
 * Counts what was due against what was done: every 定时发布 whose minute has come is published, refused or taken back, every one
 * that says it was published has its edition, and nothing stands beyond its expiry.
 * @example scheduleFaults(store.database) // [{ code: 'SCHEDULE_MISSED', subject: '3' }]
 */
export function scheduleFaults(database: Database): BoardFault[] {
  const ids = (sql: string) => database.prepare(sql).pluck().all() as number[]
  const faults = (code: BoardFault['code'], found: readonly number[]) =>
    found.map((id): BoardFault => ({ code, subject: String(id) }))
  return [
    ...faults(
      'SCHEDULE_MISSED',
      ids(
        `SELECT s.id FROM notice_schedule s JOIN submission u ON u.id = s.submission_id
         WHERE s.outcome IS NULL AND s.refusal = '' AND u.closed = 0 AND s.publish_at < ${MISSED}`,
      ),
    ),
    ...faults(
      'SCHEDULE_NOT_PUBLISHED',
      ids(
        `SELECT s.id FROM notice_schedule s LEFT JOIN edition e ON e.submission_id = s.submission_id
         WHERE (s.outcome = 'PUBLISHED' AND e.id IS NULL) OR (s.outcome IS NULL AND e.id IS NOT NULL)`,
      ),
    ),
    ...faults(
      'EXPIRY_MISSED',
      ids(
        `SELECT e.id FROM edition_record r JOIN edition e ON e.id = r.edition_id AND e.state = 'PUBLISHED'
         WHERE r.expires_at < ${MISSED}`,
      ),
    ),
  ]
}
