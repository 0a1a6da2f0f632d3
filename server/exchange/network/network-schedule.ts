import { type Refusal, refuse } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { outboxView } from '../outbox-view.ts'
import { startSending } from './start-sending.ts'

/** What was published in one go goes in one package. */
const AFTER_PUBLISHING_MS = 5 * 60_000
/** After a sending that failed the schedule rests so long, twice as long each time, up to `LONGEST_REST_MS`. */
const REST_MS = 10 * 60_000
const LONGEST_REST_MS = 4 * 60 * 60_000
const LOOK_MS = 60_000

/** Whoever switched it on, while that account still stands. */
function inNameOf(deps: Deps, accountId: string): Principal | null {
  const account = deps.store.read.office.accountById(accountId)
  if (!account || account.disabled) return null
  return { id: account.id, name: account.name, roles: account.roles }
}

function noteRefused(deps: Deps, countyCardId: number, { code, params }: Refusal): void {
  const at = deps.clock.now()
  deps.store.tx((write) => {
    write.network.insertContact({
      countyCardId,
      accountId: null,
      beganAt: at,
      endedAt: at,
      reached: false,
      refusalCode: code,
      refusalParams: JSON.stringify(params),
      packageCount: 0,
      receiptCount: 0,
      downwardCount: 0,
    })
  })
}

/** Keeps the schedule; `look` is called every minute. */
export type NetworkScheduler = {
  /** Begins a sending if one is due; tells why not otherwise. */
  readonly look: () => 'OFF' | 'NOT_DUE' | 'RUNNING' | 'BEGUN' | 'REFUSED'
}

/**
 * Decides when the program sends by itself: when what was published has rested five minutes, and every so many hours. Time goes by the clock that
 * only grows, so that one set back or forward neither stops it nor makes it send all day. What fails stands on the exchange page; the next try
 * comes later each time, and nothing else waits for it.
 * @example openScheduler(deps).look() // 'OFF'
 */
export function openScheduler(deps: Deps, begin: typeof startSending = startSending): NetworkScheduler {
  const { clock } = deps
  const began = clock.elapsed()
  let lastBegun: number | null = null
  let failures = 0
  let counted = true
  let waitingSince: { readonly at: string; readonly since: number } | null = null

  const publishedIsDue = (): boolean => {
    const at = deps.store.read.network.newestChangeAt()
    if (at === undefined) return false
    if (waitingSince?.at !== at) waitingSince = { at, since: clock.elapsed() }
    if (clock.elapsed() - waitingSince.since < AFTER_PUBLISHING_MS) return false
    // Once for the same thing, unless it failed: what stays behind for another reason must not be tried every minute.
    if (failures === 0 && lastBegun !== null && lastBegun > waitingSince.since) return false
    const { editions, withdrawals } = outboxView(deps.store.read, clock.now())
    return editions + withdrawals > 0
  }
  const hoursAreOver = (everyHours: number): boolean =>
    everyHours > 0 && clock.elapsed() - (lastBegun ?? began) >= everyHours * 60 * 60_000
  const resting = (): boolean =>
    failures > 0 &&
    lastBegun !== null &&
    clock.elapsed() - lastBegun < Math.min(REST_MS * 2 ** (failures - 1), LONGEST_REST_MS)

  return {
    look: () => {
      const running = deps.networkJobs.current()?.view()
      if (running !== undefined && running.endedAt === null) return 'RUNNING'
      if (!counted) {
        counted = true
        failures = (running?.refusal ?? null) === null ? 0 : failures + 1
      }
      const schedule = deps.store.read.network.schedule()
      const card = deps.store.read.network.county()
      if (schedule?.enabled !== true || (card?.address ?? null) === null) return 'OFF'
      if (resting()) return 'NOT_DUE'
      const due = (schedule.afterPublishing && publishedIsDue()) || hoursAreOver(schedule.everyHours)
      if (!due) return 'NOT_DUE'
      const person = inNameOf(deps, schedule.accountId)
      lastBegun = clock.elapsed()
      const begun = person
        ? begin(deps, person, { bySchedule: true })
        : refuse('trust.role-missing', { role: 'HANDLER' })
      if (begun.ok) {
        counted = false
        return 'BEGUN'
      }
      failures += 1
      // Whoever switched it on has left or does something else: said on the page, or nobody would know why nothing goes.
      if (begun.code === 'trust.role-missing' && card) noteRefused(deps, card.id, begun)
      return 'REFUSED'
    },
  }
}

/**
 * Keeps the schedule while the program runs. Gives the function that ends it and what it sends, to be called before the store is closed.
 * @example const end = openNetworkSchedule(deps)
 */
export function openNetworkSchedule(deps: Deps): () => Promise<void> {
  const scheduler = openScheduler(deps)
  const timer = setInterval(() => {
    try {
      scheduler.look()
    } catch (error) {
      deps.logger.error({ err: error }, 'the schedule of the network could not be kept')
    }
  }, LOOK_MS).unref()
  return async () => {
    clearInterval(timer)
    await deps.networkJobs.close()
  }
}
