import { accept, refuse, type Result } from '../refusal.ts'
import type { PackageCounts } from './package-records.ts'
import type { Receipt } from './receipt.ts'

/**
 * Says whether a receipt's figures hold: what the package declared equals what the county counted, and every change is accepted or
 * rejected, each once; a held package answers nothing. `declared` are the counts of the package as this office wrote it, undefined when
 * it no longer has them (a package of a former state of the database). Refuses `receipt.counts-differ`.
 * Source: lessons, "also worth remembering": declared = received = accepted + rejected.
 * @example receiptCounts(receipt, { editions: 41, withdrawals: 12 }) // { ok: true, value: 53 }
 */
export function receiptCounts(
  receipt: Pick<Receipt, 'number' | 'verdict' | 'counts' | 'items'>,
  declared: Pick<PackageCounts, 'editions' | 'withdrawals'> | undefined,
): Result<number> {
  const { counts, items, number, verdict } = receipt
  const received = counts.editions + counts.withdrawals
  const differ = (of: number, answered: number) =>
    refuse('receipt.counts-differ', { number, declared: of, received: answered })
  if (declared && (declared.editions !== counts.editions || declared.withdrawals !== counts.withdrawals)) {
    return differ(declared.editions + declared.withdrawals, received)
  }
  const accepted = items.filter(({ result }) => result === 'ACCEPTED').length
  const rejected = items.length - accepted
  const distinct = new Set(items.map(({ change }) => change)).size
  const expected = verdict === 'HELD' ? 0 : received
  if (
    items.length !== expected ||
    distinct !== items.length ||
    counts.accepted !== accepted ||
    counts.rejected !== rejected ||
    (verdict === 'ACCEPTED') !== (verdict !== 'HELD' && rejected === 0)
  ) {
    return differ(expected, Math.min(items.length, distinct))
  }
  return accept(items.length)
}
