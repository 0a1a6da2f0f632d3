import { createHash } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import { horizonKey } from '../../domain/duty/duty-plan.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { calendarDigest } from './calendar/calendar-of.ts'
import { rulesOf } from './rules-of.ts'
import { planningDay, todayOf } from './today.ts'

// Everything the plan of duties is made from, row by row in a fixed order.
const PARTS = [
  `SELECT r.version_id, r.item_id, r.item_level1, r.item_level2, r.item_level3, r.legal_basis, r.deadline_text,
     r.deadline_rule, r.disclosure_mode, r.disclosure_scope, r.levels
   FROM catalogue_in_use u JOIN catalogue_row r ON r.version_id = u.version_id ORDER BY r.version_id, r.item_id`,
  'SELECT catalogue_id, unit_id FROM catalogue_unit ORDER BY 1, 2',
  'SELECT unit_id, item_id, applies, reason, assignee_id FROM unit_item ORDER BY 1, 2',
  'SELECT id, kind, disabled FROM unit ORDER BY 1',
]

/**
 * SHA-256 (hex) of all that the plan of duties is made from: the versions in use, who keeps them, the rules, and how
 * far ahead is planned. While it is what it was the last time there is nothing to plan.
 * @example planDigest(store, '2026-11-23') // '3f0c…'
 */
export function planDigest(store: Pick<Store, 'read' | 'database'>, today: CivilDate): string {
  const hash = createHash('sha256')
  for (const sql of PARTS) {
    for (const row of store.database.prepare(sql).raw().iterate() as Iterable<unknown[]>) {
      hash.update(JSON.stringify(row))
    }
    hash.update('\n')
  }
  // All of them: a rule that begins next year decides on next year's periods today.
  hash.update(canonicalJson(rulesOf(store.read)))
  return hash.update(horizonKey(today)).digest('hex')
}

/**
 * Whether duties have to be generated or reckoned anew; an office that has no catalogue yet has none.
 * @example upkeepNeeded(deps.store, deps.clock.now()) // false
 */
export function upkeepNeeded(store: Pick<Store, 'read' | 'database'>, clockNow: string): boolean {
  const { read } = store
  const done = read.calendar.upkeep()
  if (!done) return store.database.prepare('SELECT 1 FROM catalogue LIMIT 1').get() !== undefined
  if (read.calendar.unreckoned().length > 0 || done.calendarDigest !== calendarDigest(read)) return true
  return done.planDigest !== planDigest(store, planningDay(todayOf(read, clockNow)))
}
