import { openDatabase } from '../../../db/open.ts'
import { storeOver } from '../../../db/store.ts'
import { randomIds } from '../../../platform/ids.ts'
import type { Principal } from '../../principal.ts'
import { type HandedIn, takeAll } from './take-all.ts'
import type { ReceiptOutcome } from './views.ts'

/** Receipts on their way to the worker. */
export type ReceiptsToTake = {
  readonly file: string
  readonly dataFolder: string
  readonly person: Principal | null
  readonly files: readonly HandedIn[]
  /** What the office's clock said when they were handed over, and the instant of that by the computer's own steady count (milliseconds). */
  readonly now: string
  readonly handedOver: number
}

/**
 * The computer's steady count, in milliseconds, the same in every thread; `performance.now()` alone begins anew in each.
 * @example steadyNow() - handedOver
 */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now()
}

/**
 * Takes receipts in over a connection of its own; the body of the worker's task. Throws when the database cannot be opened.
 * @example takeAllIn({ file: '/data/board.sqlite3', dataFolder: '/data', person, files, now, handedOver: steadyNow() })
 */
export function takeAllIn(order: ReceiptsToTake): readonly ReceiptOutcome[] {
  const database = openDatabase(order.file)
  if (!database.ok) throw new Error(database.code)
  const store = storeOver(database.value)
  const begun = Date.parse(order.now)
  // A record older than one the desk wrote meanwhile would look like a clock that was set back.
  const now = (): number => begun + Math.ceil(steadyNow() - order.handedOver)
  const clock = { now: () => new Date(now()).toISOString(), elapsed: steadyNow }
  try {
    const { dataFolder, person, files } = order
    return takeAll({ store, clock, ids: randomIds(now), dataFolder }, person, files)
  } finally {
    store.close()
  }
}
