import type { Reads } from '../../db/store.ts'
import { readReceipt } from '../../sealed/receipt.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { BoardFault } from './board-fault.ts'

/** More receipts than an office takes in in its life. */
const ALL = 1_000_000

/**
 * Proves every receipt on record: the file against its digest and the county's signature, by a key a card on record names; and what is
 * stored of each change against what the file says. A row of a table can be altered; a signed file cannot.
 * @example receiptFaults(read) // []
 */
export function receiptFaults(read: Pick<Reads, 'receipt' | 'countyCard'>): BoardFault[] {
  const keys = new Set(read.countyCard.all().map(({ keyId }) => keyId))
  const faults: BoardFault[] = []
  for (const { id, number } of read.receipt.list(ALL)) {
    const stored = read.receipt.stored(id)
    const subject = String(number)
    if (!stored || stored.cameAs === 'CODE') continue
    const proved = readReceipt(stored.document)
    if (!proved.ok || proved.value.digest !== stored.digest || sha256(stored.document) !== stored.digest) {
      faults.push({ code: 'RECEIPT_DAMAGED', subject })
      continue
    }
    if (!keys.has(proved.value.keyId)) faults.push({ code: 'RECEIPT_KEY_UNKNOWN', subject })
    const { document: said } = proved.value
    const items = new Map(read.receipt.items(id).map((item) => [item.change, item]))
    const same =
      said.number === stored.number &&
      said.package.sequence === stored.sequence &&
      said.verdict === stored.verdict &&
      (said.held?.change ?? null) === stored.heldChange &&
      said.items.length === items.size &&
      said.items.every(
        ({ change, result, fault }) =>
          items.get(change)?.result === result && items.get(change)?.faultCode === (fault?.code ?? null),
      )
    if (!same) faults.push({ code: 'RECEIPT_RECORD_WRONG', subject })
  }
  return faults
}
