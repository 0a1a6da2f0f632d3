import { setImmediate } from 'node:timers/promises'
import { type ClockState, clockState } from '../../../domain/notice/publish-time.ts'
import type { Deps } from '../../deps.ts'
import { openClockWatch } from './clock-watch.ts'
import { endExpired } from './end-expired.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { publishDue } from './publish-due.ts'

/** What one round did. */
export type TimetableRound = {
  readonly clock: ClockState
  readonly published: number
  readonly refused: number
  readonly expired: number
}

/** How often the database is asked what has come due. */
const ROUND_MS = 20_000

/** Does one thing of a round. What breaks is told to the operator and tried again; what comes after it is done all the same. */
function kept<Done>(deps: Deps, act: () => Done): Done | null {
  try {
    return act()
  } catch (error) {
    deps.logger.error({ err: error }, 'something of the timetable could not be done')
    return null
  }
}

/**
 * Does everything whose minute has come: publishes what was set for it, ends what has run out. The database alone says what is due,
 * each thing is its own transaction, and requests are answered between two. With a clock that is not to be believed it does
 * nothing: what goes on the wall by itself must not go by a wrong date.
 * @example await runTimetable(deps) // { clock: 'TRUSTED', published: 1, refused: 0, expired: 0 }
 */
export async function runTimetable(
  deps: Deps,
  now = deps.clock.now(),
  stopped: () => boolean = () => false,
): Promise<TimetableRound> {
  const { read } = deps.store
  const clock = clockState(now, read.audit.latestInstant())
  let [published, refused, expired] = [0, 0, 0]
  // A restored board waits for its administrator: what came due meanwhile is neither lost nor refused, and comes after.
  if (clock !== 'TRUSTED' || !requireConfirmed(read).ok) return { clock, published, refused, expired }
  for (const { submissionId, refusal } of read.schedule.due(now)) {
    // Refused once, it waits for a person: the same answer every twenty seconds would only fill the log.
    if (refusal !== '' || stopped()) continue
    const done = kept(deps, () => publishDue(deps, submissionId))
    if (done === 'PUBLISHED') published++
    if (done === 'REFUSED') refused++
    await setImmediate()
  }
  for (const edition of stopped() ? [] : read.editionRecord.expired(now)) {
    if (stopped()) break
    if (kept(deps, () => endExpired(deps, edition)) === true) expired++
    await setImmediate()
  }
  return { clock, published, refused, expired }
}

/**
 * Runs the timetable at the start, so that what came due while the computer was off is not lost, and then again and again. Gives
 * the function that ends it, to be called before the store is closed.
 * @example const stop = openTimetable(deps)
 */
export function openTimetable(deps: Deps): () => Promise<void> {
  let running: Promise<void> | null = null
  let stopped = false
  const watch = openClockWatch(deps)
  const round = async () => {
    try {
      watch()
      await runTimetable(deps, deps.clock.now(), () => stopped)
    } catch (error) {
      // A full disk, for example: nothing is lost, the next round tries again.
      deps.logger.error({ err: error }, 'the timetable could not be kept')
    }
    running = null
  }
  const start = () => {
    running ??= round()
  }
  start()
  const timer = setInterval(start, ROUND_MS).unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await running
  }
}
