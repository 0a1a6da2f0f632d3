import type { Store } from '../../db/store.ts'
import { dueOf } from '../../domain/duty/due-of.ts'
import type { DueTerm } from '../../domain/duty/due.ts'
import type { WorkingCalendar } from '../../domain/duty/working-calendar.ts'
import type { Today } from './today.ts'
import type { Pieces } from './write-in-pieces.ts'

type Reckoned = { readonly target: string; readonly due: string; readonly provisional: number }

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
  const known = database.prepare<[string], Reckoned & { readonly rows: number }>(
    `SELECT target, due, provisional, (SELECT count(*) FROM duty INDEXED BY duty_term WHERE closing IS NULL AND term = d.term) AS rows
     FROM duty d INDEXED BY duty_term WHERE d.closing IS NULL AND d.term = ? LIMIT 1`,
  )
  const note = database.prepare(
    `INSERT INTO duty_entry (duty_id, action, reason, former_due, due, calendar_change_id, at, on_date, clock_doubt)
     SELECT id, 'MOVED', '', due, $due, $changeId, $at, $onDate, $doubt FROM duty INDEXED BY duty_term
     WHERE closing IS NULL AND term = $term AND due <> $due`,
  )
  const move = database.prepare(
    `UPDATE duty SET target = $target, due = $due, provisional = $provisional WHERE closing IS NULL AND term = $term`,
  )
  // Touches no index: a new year on record makes thousands of dates certain that stay what they are.
  const settle = database.prepare(
    'UPDATE duty SET target = $target, provisional = $provisional WHERE closing IS NULL AND term = $term',
  )
  let moved = 0
  for (const term of terms) {
    const parsed = JSON.parse(term) as DueTerm
    if ('unit' in parsed && parsed.unit === 'hour') continue
    const before = known.get(term)
    const { target, due, provisional } = dueOf(parsed, calendar)
    const values = { term, target, due, provisional: Number(provisional) }
    if (
      !before ||
      (before.target === target && before.due === due && before.provisional === values.provisional)
    ) {
      continue
    }
    await pieces.add(
      () => {
        if (before.due === due) settle.run(values)
        else {
          const entry = {
            term,
            due,
            changeId,
            at: today.now,
            onDate: today.today,
            doubt: Number(!today.clock.trusted),
          }
          moved += note.run(entry).changes
          move.run(values)
        }
      },
      before.rows * (before.due === due ? 1 : 2),
    )
  }
  await pieces.flush()
  return moved
}
