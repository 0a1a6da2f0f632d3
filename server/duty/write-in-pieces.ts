import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'

/** Rows written in one transaction: about 40 ms, in which somebody who publishes has to wait. */
const ROWS = 2000
/** Milliseconds between two transactions, in which others get their turn. */
const GAP = 5

/** Collects writes and makes them in short transactions. */
export type Pieces = {
  /** Adds one write of so many rows; done at the latest with `flush`. */
  readonly add: (write: () => void, rows?: number) => Promise<void>
  /** Does what is left. */
  readonly flush: () => Promise<void>
}

/**
 * Writes much without holding anybody up for long: every piece is a transaction of its own, with a gap after it. What is
 * written must be harmless when only a part of it is there, because a power cut may come between two pieces.
 * @example const pieces = writeInPieces(database); await pieces.add(() => insert.run(row)); await pieces.flush()
 */
export function writeInPieces(database: Database): Pieces {
  let waiting: (() => void)[] = []
  let rows = 0
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return
    const now = waiting
    waiting = []
    rows = 0
    database
      .transaction(() => {
        for (const write of now) write()
      })
      .immediate()
    await pause(GAP)
  }
  return {
    flush,
    add: async (write, of = 1) => {
      waiting.push(write)
      rows += of
      if (rows >= ROWS) await flush()
    },
  }
}
