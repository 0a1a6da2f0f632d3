import { WorkTimedOut } from '../work/work.ts'
import type { Deps } from '../deps.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { upkeepNeeded } from './plan-digest.ts'

type State = { running: Promise<void> | null; again: boolean; stopped: boolean; ranOn: string }

// By the worker, which a copy of the parts with another clock shares.
const states = new WeakMap<Deps['work'], State>()

/** How often the date is looked at. */
const HOUR = 3_600_000

function stateOf(deps: Deps): State {
  let state = states.get(deps.work)
  if (!state) states.set(deps.work, (state = { running: null, again: false, stopped: false, ranOn: '' }))
  return state
}

async function run(deps: Deps, state: State): Promise<void> {
  do {
    state.again = false
    const now = deps.clock.now()
    try {
      const kept = await deps.work.run('keepDuties', { file: deps.store.database.name, now })
      if (kept?.heldAt) {
        deps.logger.warn(
          { now, heldAt: kept.heldAt },
          'the clock is far ahead of all records: duties held back',
        )
      }
      state.ranOn = civilDateOf(now)
    } catch (error) {
      // The lists stay as they were and say so by their dates; the next change or hour tries again.
      if (!state.stopped) {
        const slow = error instanceof WorkTimedOut
        deps.logger.error({ err: error, slow }, 'duties could not be brought up to date')
      }
    }
  } while (state.again && !state.stopped)
  state.running = null
}

/**
 * Asks for duties to be generated and reckoned anew; returns at once, the work is done in the worker beside the requests.
 * What is asked for while it runs is done in one more run after it.
 * @example startUpkeep(deps)
 */
export function startUpkeep(deps: Deps): void {
  const state = stateOf(deps)
  if (state.running) state.again = true
  else if (!state.stopped) state.running = run(deps, state)
}

/**
 * Whether duties are being brought up to date right now.
 * @example upkeepState(deps) // 'CURRENT'
 */
export function upkeepState(deps: Deps): 'CURRENT' | 'RUNNING' {
  return stateOf(deps).running ? 'RUNNING' : 'CURRENT'
}

/**
 * Waits until everything that was asked for is done.
 * @example await upkeepIdle(deps)
 */
export async function upkeepIdle(deps: Deps): Promise<void> {
  for (let { running } = stateOf(deps); running; { running } = stateOf(deps)) await running
}

/**
 * Brings duties up to date at the start if that is needed, and whenever a new day has begun in Asia/Shanghai. Gives the
 * function that ends it, to be called before the worker is closed.
 * @example const stop = openUpkeep(deps)
 */
export function openUpkeep(deps: Deps): () => void {
  const state = stateOf(deps)
  if (upkeepNeeded(deps.store, deps.clock.now())) startUpkeep(deps)
  else state.ranOn = civilDateOf(deps.clock.now())
  const timer = setInterval(() => {
    if (civilDateOf(deps.clock.now()) !== state.ranOn) startUpkeep(deps)
  }, HOUR).unref()
  return () => {
    clearInterval(timer)
    state.stopped = true
  }
}
