import type { Store } from '../../db/store.ts'
import { dueOf, targetFrom } from '../../domain/duty/due-of.ts'
import type { DueAnswer } from '../../domain/duty/due.ts'
import type { DutyGround } from '../../domain/duty/duty.ts'
import { plannedFor, planDuties, type PlannedDuty, type PlanStart } from '../../domain/duty/duty-plan.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import type { WorkingCalendar } from '../../domain/duty/calendar/working-calendar.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Ids } from '../../platform/ids.ts'
import { dutyStatements, type DutyValues } from './duty-statements.ts'
import { groundIds } from './ground-ids.ts'
import type { Today } from './today.ts'
import type { WantedDuties, WantedItem } from './wanted-duties.ts'
import type { Pieces } from './write-in-pieces.ts'

/** What planning did. */
export type Planned = { readonly added: number; readonly changed: number; readonly ended: number }

/** For which day, how far, and with what duties are planned. */
export type PlanRun = {
  /** The instant of what is noted. */
  readonly today: Today
  /** The day from which is planned. */
  readonly day: CivilDate
  /** The day of the last run: what lies before it was planned then, or left out on purpose. */
  readonly from: CivilDate | null
  /** Plans as far ahead as on this day. */
  readonly until: CivilDate
  readonly calendar: WorkingCalendar
  readonly ids: Ids
  readonly pieces: Pieces
}

type Known = {
  readonly id: string
  readonly itemId: string
  readonly unitId: string
  readonly kind: string
  readonly period: string
  readonly term: string
  readonly groundId: number
  readonly startsOn: CivilDate
  readonly target: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: number
  readonly title: string
  readonly assigneeId: string | null
}

const COLUMNS = `id, item_id AS itemId, unit_id AS unitId, kind, period, term, ground_id AS groundId,
  starts_on AS startsOn, target, due, due_at AS dueAt, provisional, title, assignee_id AS assigneeId`
const OPEN = `SELECT ${COLUMNS} FROM duty WHERE closing IS NULL AND period <> '' AND item_id IS NOT NULL`
// Closed by the program itself, because the item was gone.
const ENDED = `SELECT ${COLUMNS} FROM duty
  WHERE closing = 'WAIVED' AND closed_by IS NULL AND period <> '' AND item_id IS NOT NULL`
const GOING_ON = `SELECT item_id AS itemId, unit_id AS unitId, min(starts_on) AS first FROM duty
  WHERE period <> '' AND item_id IS NOT NULL AND due >= ? AND (closing IS NULL OR closed_by IS NOT NULL) GROUP BY 1, 2`
const ITEMS_KNOWN = `SELECT DISTINCT item_id FROM duty WHERE period <> '' AND item_id IS NOT NULL`
const OF_EVENTS = `SELECT id, item_id AS itemId, unit_id AS unitId FROM duty
  WHERE closing IS NULL AND period = '' AND item_id IS NOT NULL`

type Reckoned = Omit<PlannedDuty, 'term'> &
  Pick<DutyValues, 'term' | 'target' | 'due' | 'dueAt' | 'provisional'>

/** What the three steps of planning share. */
type Planning = {
  readonly run: PlanRun
  readonly wanted: WantedDuties
  readonly write: ReturnType<typeof dutyStatements>
  readonly groundId: (ground: DutyGround) => number
  readonly reckoned: (planned: PlannedDuty) => Reckoned
  /** Duties that are there, open or ended by the program. */
  readonly present: Set<string>
  /** What was planned up to the last run, by unit and item: since when. */
  readonly running: ReadonlyMap<string, CivilDate>
  /** Units and items that were out of use: the program has ended duties of theirs. */
  readonly returned: Set<string>
  /** Items that had duties before. */
  readonly known: Set<string>
  readonly counts: { added: number; changed: number; ended: number }
}

function key(of: Pick<Known, 'itemId' | 'unitId' | 'kind' | 'period'>): string {
  return `${of.itemId} ${of.unitId} ${of.kind} ${of.period}`
}

function pair({ itemId, unitId }: Pick<Known, 'itemId' | 'unitId'>): string {
  return `${itemId} ${unitId}`
}

/** Terms are few and duties many: each is reckoned once. */
function reckoner(calendar: WorkingCalendar): Planning['reckoned'] {
  const dues = new Map<string, DueAnswer>()
  return (planned) => {
    const term = canonicalJson(planned.term)
    let answer = dues.get(term)
    if (!answer) dues.set(term, (answer = dueOf(planned.term, calendar)))
    const { due, dueAt, provisional } = answer
    const target = targetFrom(answer, planned.startsOn)
    return { ...planned, term, target, due, dueAt, provisional: Number(provisional) }
  }
}

/** What a duty that is there should be now, or why it should not be. */
function valuesOf(
  planning: Planning,
  known: Known,
): DutyValues | { readonly without: string; readonly gone?: true } {
  const found = planning.wanted.of(known.itemId, known.unitId)
  if ('without' in found) return found
  const { groundOn, title } = found.item
  const period = readPeriod(known.period)
  const ground = period && groundOn(period.to)
  const planned = ground && plannedFor(ground.rule, period)
  if (!planned || planned.kind !== known.kind) return { without: '公开时限已改，不再按期公开' }
  const { term, startsOn, target, due, dueAt, provisional } = planning.reckoned(planned)
  const groundId = planning.groundId(ground)
  const assigneeId = known.assigneeId ?? found.assigneeId
  return { term, startsOn, target, due, dueAt, provisional, title, assigneeId, groundId }
}

async function keepOpen(planning: Planning, all: readonly Known[]): Promise<void> {
  const { run, write, present, counts } = planning
  for (const known of all) {
    present.add(key(known))
    const wanted = valuesOf(planning, known)
    // What is overdue already stays so, whatever rule came later: a person decides.
    const values =
      !('without' in wanted) && known.due < run.day && wanted.due !== known.due
        ? { ...known, title: wanted.title, assigneeId: wanted.assigneeId }
        : wanted
    if ('without' in values) {
      if (known.startsOn <= run.day && !values.gone) continue
      counts.ended++
      await run.pieces.add(() => write.end(known.id, values.without), 2)
    } else if (
      values.term !== known.term ||
      values.groundId !== known.groundId ||
      values.title !== known.title
    ) {
      counts.changed++
      await run.pieces.add(() => write.change(known, values), 2)
    } else if (values.assigneeId !== known.assigneeId) {
      await run.pieces.add(() => write.assign(known.id, values.assigneeId))
    }
  }
}

async function reviveEnded(planning: Planning, all: readonly Known[]): Promise<void> {
  const { run, write, present, returned, counts } = planning
  for (const known of all) {
    present.add(key(known))
    returned.add(pair(known))
    const values = valuesOf(planning, known)
    // What was to be done while it was out of use is not overdue now.
    if ('without' in values || values.due < run.day) continue
    counts.added++
    await run.pieces.add(() => {
      write.revive(known.id)
      write.change(known, values)
    }, 3)
  }
}

/** Events of a catalogue that is gone as a whole end with it. */
async function endEvents({ run, wanted, write, counts }: Planning, store: Store): Promise<void> {
  type Event = Pick<Known, 'id' | 'itemId' | 'unitId'>
  for (const { id, itemId, unitId } of store.database.prepare<[], Event>(OF_EVENTS).all()) {
    const found = wanted.of(itemId, unitId)
    if (!('gone' in found)) continue
    counts.ended++
    await run.pieces.add(() => write.end(id, found.without), 2)
  }
}

/** From when on a unit owes an item: it goes on, or it came on a day, and then also with the period before that day. */
function startOf({ run, running, known }: Planning, item: WantedItem, unitId: string): PlanStart {
  const { itemId, since } = item
  if (run.from === null) {
    return item.takenOver ? { from: run.day, former: false } : { from: since, former: true }
  }
  const first = running.get(pair({ itemId, unitId }))
  if (first !== undefined) return { from: first > run.from ? first : run.from, former: false }
  return { from: since >= run.from && !known.has(itemId) ? since : run.day, former: true }
}

async function addMissing(planning: Planning, item: WantedItem): Promise<void> {
  const { run, wanted, write, present, returned, counts } = planning
  const { periodClass, groundOn, itemId, title, regime } = item
  if (periodClass === null || !item.disclosedHere) return
  const planned = new Map<string, readonly (Reckoned & { readonly groundId: number })[]>()
  const plan = (start: PlanStart): readonly (Reckoned & { readonly groundId: number })[] => {
    const name = `${start.from} ${start.former}`
    const all =
      planned.get(name) ??
      planDuties(periodClass, (day) => groundOn(day)?.rule ?? null, start, run.until).flatMap((one) => {
        const ground = groundOn(readPeriod(one.period)?.to ?? '')
        return ground ? [{ ...planning.reckoned(one), groundId: planning.groundId(ground) }] : []
      })
    planned.set(name, all)
    return all
  }
  for (const unitId of wanted.keepers(item.catalogueId)) {
    const found = wanted.of(itemId, unitId)
    if ('without' in found) continue
    const { assigneeId } = found
    const of = pair({ itemId, unitId })
    const wasOut = returned.has(of) && !planning.running.has(of)
    for (const one of plan(startOf(planning, item, unitId))) {
      if (present.has(key({ itemId, unitId, kind: one.kind, period: one.period }))) continue
      if (wasOut && one.due < run.day) continue
      await run.pieces.add(() => {
        counts.added += write.add({ ...one, title, itemId, unitId, regime, assigneeId })
      })
    }
  }
}

/**
 * Brings the duties of all periods in line with the catalogues in use: adds what is missing up to the horizon, gives open
 * ones a new term when the rule has changed, and ends what has not begun and no longer applies, with the reason on record.
 * What has begun stays for a person to decide, unless its catalogue is gone as a whole. A unit or an item that comes, or
 * comes back, also owes the period that ended last before that day. It may be run any number of times.
 * @example await planAll(store, wanted, { today, day, from: null, until, calendar, ids, pieces })
 */
export async function planAll(store: Store, wanted: WantedDuties, run: PlanRun): Promise<Planned> {
  const repeating = [...wanted.items.values()].filter(({ periodClass }) => periodClass !== null)
  const grounds = repeating.flatMap(({ groundOn }) => groundOn(run.day) ?? [])
  type Running = Pick<Known, 'itemId' | 'unitId'> & { readonly first: CivilDate }
  const running = store.database.prepare<[CivilDate], Running>(GOING_ON).all(run.from ?? '')
  const planning: Planning = {
    run,
    wanted,
    write: dutyStatements(store, run),
    groundId: await groundIds(store, grounds, run.pieces),
    reckoned: reckoner(run.calendar),
    present: new Set(),
    running: new Map(running.map((one) => [pair(one), one.first])),
    returned: new Set(),
    known: new Set(store.database.prepare<[], string>(ITEMS_KNOWN).pluck().all()),
    counts: { added: 0, changed: 0, ended: 0 },
  }
  const known = (sql: string): Known[] => store.database.prepare<[], Known>(sql).all()
  await keepOpen(planning, known(OPEN))
  await reviveEnded(planning, known(ENDED))
  for (const item of repeating) await addMissing(planning, item)
  await endEvents(planning, store)
  await run.pieces.flush()
  return planning.counts
}
