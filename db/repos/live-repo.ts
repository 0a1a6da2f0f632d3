import type { Drizzle } from '../drizzle.ts'

// What never changes anything the public sees, although it is in the log.
const PRIVATE_ACTIONS = [
  'session.*',
  'account.*',
  'clock.*',
  'screen.pair*',
  'screen.unpair*',
  'display.certificate',
]

/**
 * Reading what tells that something public changed.
 * @example liveReads(db).publicSequence()
 */
export function liveReads(db: Drizzle) {
  const database = db.$client
  const newest = database.prepare('SELECT max(sequence) AS sequence FROM audit_event').pluck()
  const lastPublic = database
    .prepare(
      `SELECT sequence FROM audit_event WHERE ${PRIVATE_ACTIONS.map(() => 'action NOT GLOB ?').join(' AND ')}
       ORDER BY sequence DESC LIMIT 1`,
    )
    .pluck()
  const withdrawn = database.prepare<[string, number]>(
    `SELECT e.id, e.index_number AS indexNumber FROM withdrawal w CROSS JOIN edition e ON e.id = w.edition_id
       WHERE w.at >= ? ORDER BY w.at DESC LIMIT ?`,
  )
  const ranOut = database.prepare<[string, string, number]>(
    `SELECT e.id, e.index_number AS indexNumber
       FROM standing_expiry r CROSS JOIN edition e ON e.id = r.edition_id AND e.state = 'PUBLISHED'
       WHERE r.expires_at > ? AND r.expires_at <= ? LIMIT ?`,
  )
  return {
    /** Number of the newest event of the log; 0 in an empty one. */
    newestSequence: (): number => (newest.get() as number | null) ?? 0,
    /** Number of the newest event that may have changed what the public sees; 0 where there is none. */
    publicSequence: (): number => (lastPublic.get(...PRIVATE_ACTIONS) as number | undefined) ?? 0,
    /** Editions taken down at or after an instant, newest first. */
    withdrawnSince: (from: string, most: number): WentDown[] => withdrawn.all(from, most) as WentDown[],
    /** Editions whose time ran out after one instant and up to another, and that nothing has taken down yet. */
    ranOutBetween: (from: string, until: string, most: number): WentDown[] =>
      ranOut.all(from, until, most) as WentDown[],
  }
}

/** An edition that is shown no more. */
export type WentDown = { readonly id: number; readonly indexNumber: string }
