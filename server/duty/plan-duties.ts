import type { Store } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DueAnswer } from '../../domain/duty/due.ts'
import type { DutyGround } from '../../domain/duty/duty.ts'
import { plannedFor, planDuties, type PlannedDuty } from '../../domain/duty/duty-plan.ts'
import { readPeriod } from '../../domain/duty/period.ts'
import type { WorkingCalendar } from '../../domain/duty/working-calendar.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Ids } from '../ids.ts'
import { dutyStatements, type DutyValues } from './duty-statements.ts'
import { groundIds } from './ground-ids.ts'
import type { Today } from './today.ts'
import type { WantedDuties, WantedItem } from './wanted-duties.ts'
import type { Pieces } from './write-in-pieces.ts'

/** What planning did. */
export type Planned = { readonly added: number; readonly changed: number; readonly ended: number }

/** For which day, how far, and with what duties are planned. */
export type PlanRun = {
  readonly today: Today
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
  readonly due: CivilDate
  readonly title: string
  readonly assigneeId: string | null
}

const COLUMNS = `id, item_id AS itemId, unit_id AS unitId, kind, period, term, ground_id AS groundId,
  starts_on AS startsOn, due, title, assignee_id AS assigneeId`
const OPEN = `SELECT ${COLUMNS} FROM duty WHERE closing IS NULL AND period <> '' AND item_id IS NOT NULL`
// Closed by the program itself, because the item was gone.
const ENDED = `SELECT ${COLUMNS} FROM duty
  WHERE closing = 'WAIVED' AND closed_by IS NULL AND period <> '' AND item_id IS NOT NULL`

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
  readonly counts: { added: number; changed: number; ended: number }
}

function key(of: Pick<Known, 'itemId' | 'unitId' | 'kind' | 'period'>): string {
  return `${of.itemId} ${of.unitId} ${of.kind} ${of.period}`
}

/** Terms are few and duties many: each is reckoned once. */
function reckoner(calendar: WorkingCalendar): Planning['reckoned'] {
  const dues = new Map<string, DueAnswer>()
  return (planned) => {
    const term = canonicalJson(planned.term)
    let answer = dues.get(term)
    if (!answer) dues.set(term, (answer = dueOf(planned.term, calendar)))
    const { target, due, dueAt, provisional } = answer
    return { ...planned, term, target, due, dueAt, provisional: Number(provisional) }
  }
}

/** What a duty that is there should be now, or why it should not be. */
function valuesOf(planning: Planning, known: Known): DutyValues | { readonly without: string } {
  const found = planning.wanted.of(known.itemId, known.unitId)
  if ('without' in found) return found
  const { ground, title } = found.item
  const period = readPeriod(known.period)
  const planned = ground && period && plannedFor(ground.rule, period)
  if (!planned || planned.kind !== known.kind) return { without: '公开时限已改，不再按期公开' }
  const { term, startsOn, target, due, dueAt, provisional } = planning.reckoned(planned)
  const assigneeId = known.assigneeId ?? found.assigneeId
  return {
    term,
    startsOn,
    target,
    due,
    dueAt,
    provisional,
    title,
    assigneeId,
    groundId: planning.groundId(ground),
  }
}

async function keepOpen(planning: Planning, all: readonly Known[]): Promise<void> {
  const { run, write, present, counts } = planning
  for (const known of all) {
    present.add(key(known))
    const values = valuesOf(planning, known)
    if ('without' in values) {
      if (known.startsOn <= run.today.today) continue
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
  const { run, write, present, counts } = planning
  for (const known of all) {
    present.add(key(known))
    const values = valuesOf(planning, known)
    if ('without' in values) continue
    counts.added++
    await run.pieces.add(() => {
      write.revive(known.id)
      write.change(known, values)
    }, 3)
  }
}

async function addMissing(planning: Planning, item: WantedItem): Promise<void> {
  const { run, wanted, write, present, counts } = planning
  const { ground, itemId, title, regime } = item
  if (!ground || !item.disclosedHere) return
  const groundId = planning.groundId(ground)
  const from = run.from !== null && run.from > item.since ? run.from : item.since
  const all = planDuties(ground.rule, from, run.until).map(planning.reckoned)
  for (const unitId of wanted.keepers(item.catalogueId)) {
    const found = wanted.of(itemId, unitId)
    if ('without' in found) continue
    const { assigneeId } = found
    for (const planned of all) {
      if (present.has(key({ itemId, unitId, kind: planned.kind, period: planned.period }))) continue
      await run.pieces.add(() => {
        counts.added += write.add({ ...planned, groundId, title, itemId, unitId, regime, assigneeId })
      })
    }
  }
}

/**
 * Brings the duties of all periods in line with the catalogues in use: adds what is missing up to the horizon, gives open
 * ones a new term when the rule has changed, and ends what has not begun and no longer applies, with the reason on record.
 * What has begun stays for a person to decide. It may be run any number of times.
 * @example await planAll(store, wanted, { today, from: null, until, calendar, ids, pieces })
 */
export async function planAll(store: Store, wanted: WantedDuties, run: PlanRun): Promise<Planned> {
  const repeating = [...wanted.items.values()].filter(({ repeats }) => repeats)
  const grounds = repeating.flatMap(({ ground }) => (ground ? [ground] : []))
  const planning: Planning = {
    run,
    wanted,
    write: dutyStatements(store, run),
    groundId: await groundIds(store, grounds, run.pieces),
    reckoned: reckoner(run.calendar),
    present: new Set(),
    counts: { added: 0, changed: 0, ended: 0 },
  }
  const known = (sql: string): Known[] => store.database.prepare<[], Known>(sql).all()
  await keepOpen(planning, known(OPEN))
  await reviveEnded(planning, known(ENDED))
  for (const item of repeating) await addMissing(planning, item)
  await run.pieces.flush()
  return planning.counts
}
