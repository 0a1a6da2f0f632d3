import { createPublicKey } from 'node:crypto'
import type { Reads } from '../../../db/store.ts'
import { RECEIPT_FORMAT, type Receipt } from '../../../domain/exchange/receipt.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { readReceiptCode } from '../../../sealed/receipt-code.ts'
import type { BroughtReceipt } from './take-receipt.ts'

/**
 * Reads the code of a printed receipt and puts in what this database knows of the changes it names. What was accepted is not named: those
 * changes count as arrived, not as accepted. Refuses `enrolment.no-county`, `receipt.not-a-receipt`, `receipt.signature-invalid`, and
 * `receipt.never-sent` when it rejects a change this database never had.
 * @example readBroughtCode(read, 'BOARDR1AE…')
 */
export function readBroughtCode(read: Reads, typed: string): Result<BroughtReceipt> {
  const card = read.countyCard.current()
  const office = read.office.office()
  if (!card || !office) return refuse('enrolment.no-county')
  const key = createPublicKey({
    key: Buffer.from(card.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  })
  const proved = readReceiptCode(typed, key)
  if (!proved.ok) return proved
  const { code, digest, text } = proved.value
  const own = code.package.instanceId === read.office.instance()?.id
  const items: Receipt['items'][number][] = []
  const rejected = own ? code.rejected : []
  const changes = read.receipt.changes(rejected.map(({ change }) => change))
  for (const { change, code: fault } of rejected) {
    const known = changes.get(change)
    if (!known) return refuse('receipt.never-sent', { sequence: code.package.sequence })
    const { kind, indexNumber, editionNumber, hash } = known
    const named = { change, kind, indexNumber, editionNumber, hash }
    items.push({ ...named, result: 'REJECTED', fault: { code: fault, params: {} }, remarks: [] })
  }
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    county: { name: card.name, code: card.code, instance: code.county },
    office: { name: office.name, uscc: code.uscc },
    number: code.number,
    claimedAt: code.claimedAt,
    package: code.package,
    verdict: code.verdict,
    // What was rejected and had no room in the code is counted, and counts as arrived until the file comes.
    counts: code.counts,
    items,
    held: code.held,
    waiting: code.waiting,
    missingFrom: code.missingFrom,
    unknown: [],
    officeKeyId: code.officeKeyId,
  }
  return accept({ receipt, keyId: card.keyId, digest, document: text, cameAs: 'CODE' })
}
