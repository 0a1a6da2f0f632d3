import type { Store } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DueTerm } from '../../domain/duty/due.ts'
import type { WorkingCalendar } from '../../domain/duty/calendar/working-calendar.ts'
import type { Today } from './today.ts'
import type { Pieces } from './write-in-pieces.ts'

type Values = {
  readonly term: string
  readonly target: string
  readonly due: string
  readonly provisional: number
}
/** How many open duties share a term, and of how many the due date or something else is not what it should be. */
type Differing = { readonly rows: number; readonly due: number; readonly other: number }

// What `targetFrom` says: duties that share a term may begin on different days.
const TARGET = 'iif($target < starts_on, $due, $target)'

/**
 * Reckons the due dates of all open duties anew over a calendar: each term once, because duties that share a term share
 * the date. What moves gets a line in its history that names the change. Hours do not know the calendar.
 * Gives how many moved.
 * @example await reckonAnew(store, calendar, today, changeId, pieces) // 12
 */
export async function reckonAnew(
  store: Store,
  calendar: WorkingCalendar,
  today: Today,
  changeId: number | null,
  pieces: Pieces,
): Promise<number> {
  const { database } = store
  const terms = database
    .prepare<[], string>('SELECT DISTINCT term FROM duty INDEXED BY duty_term WHERE closing IS NULL')
    .pluck()
    .all()
  // Over all of a term: one duty may have been opened again, or reckoned before a power cut, apart from the others.
  const differing = database.prepare<[Values], Differing>(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE due <> $due) AS due,
       count(*) FILTER (WHERE target <> ${TARGET} OR provisional <> $provisional) AS other
     FROM duty INDEXED BY duty_term WHERE closing IS NULL AND term = $term`,
  )
  const note = database.prepare(
    `INSERT INTO duty_entry (duty_id, action, reason, former_due, due, calendar_change_id, at, on_date, clock_doubt)
     SELECT id, 'MOVED', '', due, $due, $changeId, $at, $onDate, $doubt FROM duty INDEXED BY duty_term
     WHERE closing IS NULL AND term = $term AND due <> $due`,
  )
  const move = database.prepare(
    `UPDATE duty SET target = ${TARGET}, due = $due, provisional = $provisional WHERE closing IS NULL AND term = $term`,
  )
  // Touches no index: a new year on record makes thousands of dates certain that stay what they are.
  const settle = database.prepare(
    `UPDATE duty SET target = ${TARGET}, provisional = $provisional WHERE closing IS NULL AND term = $term`,
  )
  let moved = 0
  for (const term of terms) {
    const parsed = JSON.parse(term) as DueTerm
    if ('unit' in parsed && parsed.unit === 'hour') continue
    const { target, due, provisional } = dueOf(parsed, calendar)
    const values = { term, target, due, provisional: Number(provisional) }
    const found = differing.get(values) ?? { rows: 0, due: 0, other: 0 }
    if (found.due === 0 && found.other === 0) continue
    await pieces.add(() => {
      if (found.due === 0) {
        settle.run(values)
        return
      }
      const doubt = Number(!today.clock.trusted)
      moved += note.run({ term, due, changeId, at: today.now, onDate: today.today, doubt }).changes
      move.run(values)
    }, found.rows + found.due)
  }
  await pieces.flush()
  return moved
}
