import type { Store } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import { plannedFor, planDuties, type PlannedDuty } from '../../domain/duty/duty-plan.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import type { WorkingCalendar } from '../../domain/duty/working-calendar.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Ids } from '../ids.ts'
import { dutyStatements } from './duty-statements.ts'
import { groundIds } from './ground-ids.ts'
import type { Today } from './today.ts'
import type { WantedDuties } from './wanted-duties.ts'
import type { Pieces } from './write-in-pieces.ts'

/** What planning did. */
export type Planned = { readonly added: number; readonly changed: number; readonly ended: number }

type Known = {
  readonly id: string
  readonly itemId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
  readonly term: string
  readonly groundId: number
  readonly startsOn: CivilDate
  readonly due: CivilDate
  readonly title: string
  readonly assigneeId: string | null
}

const OPEN = `SELECT id, item_id AS itemId, unit_id AS unitId, kind, period, term, ground_id AS groundId,
    starts_on AS startsOn, due, title, assignee_id AS assigneeId
  FROM duty WHERE closing IS NULL AND period <> '' AND item_id IS NOT NULL`
const ENDED = `SELECT id, item_id AS itemId, unit_id AS unitId, kind, period, term, ground_id AS groundId,
    starts_on AS startsOn, due, title, assignee_id AS assigneeId
  FROM duty WHERE closing = 'WAIVED' AND closed_by IS NULL AND period <> '' AND item_id IS NOT NULL`

/**
 * Brings the duties of all periods in line with the catalogues in use: adds what is missing up to the horizon, gives open
 * ones a new term when the rule has changed, and ends what has not begun and no longer applies, with the reason on record.
 * What has begun stays for a person to decide. It may be run any number of times.
 * @example await planAll(store, wanted, { today, from: null, until, calendar, ids, pieces })
 */
export async function planAll(
  store: Store,
  wanted: WantedDuties,
  run: {
    readonly today: Today
    /** The day of the last run: what lies before it was planned then, or left out on purpose. */
    readonly from: CivilDate | null
    /** Plans as far ahead as on this day. */
    readonly until: CivilDate
    readonly calendar: WorkingCalendar
    readonly ids: Ids
    readonly pieces: Pieces
  },
): Promise<Planned> {
  const { today, pieces } = run
  const write = dutyStatements(store, run)
  const counts = { added: 0, changed: 0, ended: 0 }
  const repeating = [...wanted.items.values()].filter(({ repeats }) => repeats)
  const grounds = await groundIds(
    store,
    repeating.flatMap(({ ground }) => (ground ? [ground] : [])),
    pieces,
  )
  const dues = new Map<string, ReturnType<typeof dueOf>>()
  const reckoned = (planned: PlannedDuty) => {
    const term = canonicalJson(planned.term)
    let due = dues.get(term)
    if (!due) dues.set(term, (due = dueOf(planned.term, run.calendar)))
    return {
      ...planned,
      term,
      target: due.target,
      due: due.due,
      dueAt: due.dueAt,
      provisional: Number(due.provisional),
    }
  }
  const plannedOf = (known: Known) => {
    const found = wanted.of(known.itemId, known.unitId)
    if ('without' in found) return found
    const period = readPeriod(known.period)
    const { ground } = found.item
    const planned = ground && period && plannedFor(ground.rule, period)
    if (!planned || planned.kind !== known.kind) return { without: '公开时限已改，不再按期公开' }
    return { ...found, planned: reckoned(planned), groundId: grounds(ground) }
  }
  const present = new Set<string>()
  const key = (of: Pick<Known, 'itemId' | 'unitId' | 'kind' | 'period'>): string =>
    `${of.itemId} ${of.unitId} ${of.kind} ${of.period}`

  for (const known of store.database.prepare<[], Known>(OPEN).all()) {
    present.add(key(known))
    const found = plannedOf(known)
    if ('without' in found) {
      if (known.startsOn <= today.today) continue
      counts.ended++
      await pieces.add(() => write.end(known.id, found.without), 2)
      continue
    }
    const { planned, groundId, item } = found
    const assigneeId = known.assigneeId ?? found.assigneeId
    if (planned.term !== known.term || groundId !== known.groundId || item.title !== known.title) {
      counts.changed++
      await pieces.add(() => write.change(known, { ...planned, groundId, title: item.title, assigneeId }), 2)
    } else if (assigneeId !== known.assigneeId) await pieces.add(() => write.assign(known.id, assigneeId))
  }
  for (const known of store.database.prepare<[], Known>(ENDED).all()) {
    present.add(key(known))
    const found = plannedOf(known)
    if ('without' in found) continue
    counts.added++
    const { planned, groundId, item } = found
    await pieces.add(() => {
      write.revive(known.id)
      write.change(known, { ...planned, groundId, title: item.title, assigneeId: known.assigneeId })
    }, 3)
  }
  for (const item of repeating) {
    if (!item.ground || !item.disclosedHere) continue
    const groundId = grounds(item.ground)
    const from = run.from !== null && run.from > item.since ? run.from : item.since
    const all = planDuties(item.ground.rule, from, run.until).map(reckoned)
    for (const unitId of wanted.keepers(item.catalogueId)) {
      const found = wanted.of(item.itemId, unitId)
      if ('without' in found) continue
      for (const planned of all) {
        if (present.has(key({ itemId: item.itemId, unitId, kind: planned.kind, period: planned.period })))
          continue
        const { title, itemId, regime } = item
        await pieces.add(() => {
          counts.added += write.add({
            ...planned,
            groundId,
            title,
            itemId,
            unitId,
            regime,
            assigneeId: found.assigneeId,
          })
        })
      }
    }
  }
  await pieces.flush()
  return counts
}
