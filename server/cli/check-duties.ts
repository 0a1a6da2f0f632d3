import type { Database } from 'better-sqlite3'
import type { BoardFault } from './board-fault.ts'

// The last line of its history that closes or opens a duty says how it stands.
const STANDING = `SELECT d.id, d.closing IS NOT NULL AS closed,
    e.action IS 'CLOSED' AND e.closing IS d.closing AND e.notice_id IS d.closed_notice_id
      AND e.account_id IS d.closed_by AS told
  FROM duty d LEFT JOIN duty_entry e ON e.sequence = (SELECT max(sequence) FROM duty_entry
    WHERE duty_id = d.id AND action IN ('CLOSED', 'REOPENED'))
  WHERE d.closing IS NOT NULL OR e.action = 'CLOSED' ORDER BY d.id`

/**
 * Whether each duty stands as its history says: what is closed was closed by the last line, in that way, by that person and
 * notice, and what is open was not closed, or was opened again.
 * @example dutyFaults(database) // []
 */
export function dutyFaults(database: Database): BoardFault[] {
  type Row = {
    readonly id: string
    readonly closed: 0 | 1
    readonly told: 0 | 1
  }
  const faults: BoardFault[] = []
  for (const { id, closed, told } of database.prepare<[], Row>(STANDING).iterate()) {
    if (closed === 0) faults.push({ code: 'DUTY_CLOSING_UNDONE', subject: id })
    else if (told === 0) faults.push({ code: 'DUTY_CLOSING_NOT_LOGGED', subject: id })
  }
  return faults
}
