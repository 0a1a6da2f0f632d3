import { clockState, isSteady, quietDay } from '../../../domain/notice/publish-time.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'

const DAY_MS = 86_400_000

/**
 * Lets quiet weeks pass: while the program runs, the milliseconds it has counted itself vouch for the clock, and on a day on which
 * nobody records anything it notes so in the log. Without that the clock would count as far ahead after 31 quiet days although it
 * never jumped. After a start or a jump it counts anew. Gives the function to be called every round.
 * @example const watch = openClockWatch(deps)
 */
export function openClockWatch(deps: Deps): () => void {
  const { clock, store } = deps
  const look = () => ({ now: clock.now(), elapsed: clock.elapsed() })
  let last = look()
  let steadySince = last.elapsed
  return () => {
    const here = look()
    if (!isSteady(last, here)) steadySince = here.elapsed
    last = here
    const newest = store.read.audit.latestInstant()
    if (newest === null || here.elapsed - steadySince < DAY_MS || clockState(here.now, newest) !== 'TRUSTED')
      return
    if (!quietDay(newest, here.now)) return
    const instance = store.read.office.instance()
    if (!instance) return
    const program = { id: 'system', name: 'board serve' }
    store.tx((write) => record(deps, write, program, 'clock.steady', { kind: 'instance', id: instance.id }))
  }
}
