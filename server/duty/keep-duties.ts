import type { Store } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { randomIds } from '../../platform/ids.ts'
import { calendarDigest, calendarOf } from './calendar/calendar-of.ts'
import { planDigest } from './plan-digest.ts'
import { planAll } from './plan-duties.ts'
import { readOldDeadlines } from './read-old-deadlines.ts'
import { reckonAnew } from './reckon-anew.ts'
import { rulesOf } from './rules-of.ts'
import { planningDay, todayOf } from './today.ts'
import { wantedDuties } from './wanted-duties.ts'
import { writeInPieces } from './write-in-pieces.ts'

/** What a run did. */
export type KeptDuties = {
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly moved: number
  /** The day up to which was planned as if it were today, because the clock is far ahead of all records; else null. */
  readonly heldAt: CivilDate | null
}

/**
 * Keeps the duties in order: reckons due dates anew when the calendar is not the one they were reckoned with, and plans
 * ahead when catalogues, units, rules or the month are not what they were. It writes in short transactions, so that it can
 * run beside the requests; broken off at any point, the next run goes on. `until` plans as far ahead as on a later day.
 * @example await keepDuties(store, { now: '2026-11-23T01:42:00.000Z' }) // { added: 34, changed: 0, ended: 0, moved: 0, heldAt: null }
 */
export async function keepDuties(
  store: Store,
  input: { readonly now: string; readonly until?: CivilDate },
): Promise<KeptDuties> {
  const { read } = store
  const today = todayOf(read, input.now)
  const pieces = writeInPieces(store.database)
  await readOldDeadlines(store, pieces)
  const done = read.calendar.upkeep()
  const calendar = calendarOf(read)
  const digest = calendarDigest(read)
  const changes = read.calendar.unreckoned()
  let moved = 0
  if (done?.calendarDigest !== digest || changes.length > 0) {
    // Broken off between two pieces, a part stands on this calendar: that must be seen even when the old one comes back.
    if (done) store.tx((write) => write.calendar.setUpkeep({ ...done, calendarDigest: '' }))
    moved = await reckonAnew(store, calendar, today, changes.at(-1) ?? null, pieces)
  }
  const day = planningDay(today)
  const asked = input.until !== undefined && input.until > day && day === today.today ? input.until : day
  const plan = planDigest(store, day)
  const planned =
    done?.planDigest === plan && asked === day
      ? { added: 0, changed: 0, ended: 0 }
      : await planAll(store, wantedDuties(store, rulesOf(read), day), {
          today,
          day,
          from: done?.ranOn ?? null,
          until: asked,
          calendar,
          ids: randomIds(() => Math.max(0, Date.parse(today.now))),
          pieces,
        })
  store.tx((write, inside) => {
    // Counted, not summed up: a run that was broken off has moved some before. Of several changes the last one counts.
    for (const id of changes) write.calendar.setMovedCount(id, inside.calendar.movedBy(id))
    write.calendar.setUpkeep({ calendarDigest: digest, planDigest: plan, ranOn: day })
  })
  return { ...planned, moved, heldAt: day === today.today ? null : day }
}
