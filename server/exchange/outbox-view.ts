import type { Reads } from '../../db/store.ts'
import { offerLine, planExport, releasedChanges } from './export-plan.ts'
import type { OutboxView } from './views.ts'

type Counts = { readonly editions: number; readonly withdrawals: number }

function countsOf(rows: readonly { readonly kind: 'EDITION' | 'WITHDRAWAL' }[]): Counts {
  const editions = rows.filter(({ kind }) => kind === 'EDITION').length
  return { editions, withdrawals: rows.length - editions }
}

/**
 * What waits for the next package, where that one will start and why, and for whom it will be.
 * @example outboxView(deps.store.read, deps.clock.now()).next.reason // 'INCREMENT'
 */
export function outboxView(read: Reads, now: string): OutboxView {
  const line = offerLine(read)
  const card = read.exchange.county()
  const county = card ? { name: card.name, code: card.code, keyId: card.keyId, address: card.address } : null
  if (line === null) {
    const nothing = { editions: 0, withdrawals: 0 }
    return { ...nothing, heldBack: 0, next: { first: 1, last: 0, reason: 'FIRST', ...nothing }, county }
  }
  const { first, last, reason, rows, heldForPersons } = planExport(read, line, { whole: false, now })
  const sentUpTo = read.exchange.sentUpTo(line) ?? 0
  // They get their new numbers when the package is begun.
  const released = releasedChanges(read, line, now)
  // Offered again is not waiting: it went out before, and an answer may still come.
  const waiting = [...rows.filter(({ id }) => id > sentUpTo), ...released]
  return {
    ...countsOf(waiting),
    heldBack: heldForPersons,
    next: { first, last: last + released.length, reason, ...countsOf([...rows, ...released]) },
    county,
  }
}
