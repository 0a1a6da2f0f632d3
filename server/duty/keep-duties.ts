import type { Store } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { randomIds } from '../ids.ts'
import { calendarDigest, calendarOf } from './calendar/calendar-of.ts'
import { planDigest } from './plan-digest.ts'
import { planAll } from './plan-duties.ts'
import { readOldDeadlines } from './read-old-deadlines.ts'
import { reckonAnew } from './reckon-anew.ts'
import { rulesOf } from './rules-of.ts'
import { todayOf } from './today.ts'
import { wantedDuties } from './wanted-duties.ts'
import { writeInPieces } from './write-in-pieces.ts'

/** What a run did. */
export type KeptDuties = {
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly moved: number
}

/**
 * Keeps the duties in order: reckons due dates anew when the calendar is not the one they were reckoned with, and plans
 * ahead when catalogues, units, rules or the month are not what they were. It writes in short transactions, so that it can
 * run beside the requests; broken off at any point, the next run goes on. `until` plans as far ahead as on a later day.
 * @example await keepDuties(store, { now: '2026-11-23T01:42:00.000Z' }) // { added: 34, changed: 0, ended: 0, moved: 0 }
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
  if (done?.calendarDigest !== digest) {
    moved = await reckonAnew(store, calendar, today, changes.at(-1) ?? null, pieces)
  }
  const until = input.until !== undefined && input.until > today.today ? input.until : today.today
  const plan = planDigest(store, today.today)
  const planned =
    done?.planDigest === plan && until === today.today
      ? { added: 0, changed: 0, ended: 0 }
      : await planAll(store, wantedDuties(store, rulesOf(read), today.today), {
          today,
          from: done?.ranOn ?? null,
          until,
          calendar,
          ids: randomIds(() => Math.max(0, Date.parse(today.now))),
          pieces,
        })
  store.tx((write) => {
    // Several changes before one run: what moved is told with the last of them.
    for (const id of changes) write.calendar.setMovedCount(id, id === changes.at(-1) ? moved : 0)
    write.calendar.setUpkeep({ calendarDigest: digest, planDigest: plan, ranOn: today.today })
  })
  return { ...planned, moved }
}
