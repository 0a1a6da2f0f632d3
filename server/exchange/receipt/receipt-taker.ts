import type { Reads } from '../../../db/store.ts'
import type { ReceiptTaker } from '../../../domain/exchange/receipt-place.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'

/**
 * What of this office decides whether a receipt is for it. Refuses `office.not-set-up`.
 * @example receiptTaker(read, 'FILE')
 */
export function receiptTaker(read: Reads, cameAs: 'FILE' | 'CODE'): Result<ReceiptTaker> {
  const office = read.office.office()
  const instance = read.office.instance()
  if (!office || !instance) return refuse('office.not-set-up')
  const standing = read.receipt.standing()
  const order = read.receipt.succession()
  const county = order.at(-1)
  const before = order.slice(0, -1)
  return accept({
    uscc: office.uscc,
    instance: { id: instance.id, former: read.exchange.formerInstances() },
    newestSequence: read.exchange.newestPackage()?.sequence ?? 0,
    newestChange: read.exchange.newestChange(),
    sealOf: (sequence) => read.exchange.bySequence(sequence)?.sealSha256,
    county: standing ? { instanceId: standing.countyInstanceId, number: standing.number } : null,
    cardInstanceId: read.countyCard.current()?.instanceId ?? null,
    formerCountyInstances: [...new Set([...before.map(({ id }) => id), ...(county?.former ?? [])])],
    digestOf: (countyInstanceId, number) =>
      read.receipt.byNumber(countyInstanceId, number).find((row) => row.cameAs === cameAs)?.digest,
  })
}
