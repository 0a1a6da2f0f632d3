import { RECEIPT_CODE_BEGINS } from '../../../domain/exchange/receipt-code.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { readReceipt } from '../../../sealed/receipt.ts'
import type { Principal } from '../../principal.ts'
import { readBroughtCode } from './read-brought-code.ts'
import { type BroughtReceipt, type ReceiptDeps, takeReceipt } from './take-receipt.ts'
import type { ReceiptOutcome } from './views.ts'

/** One file, or one code as it was scanned or typed, as a person hands it in. */
export type HandedIn = { readonly name: string; readonly bytes: Uint8Array }

function readOne({ store }: ReceiptDeps, { bytes }: HandedIn): Result<BroughtReceipt> {
  const begins = Buffer.from(bytes.subarray(0, 64)).toString('utf8').replaceAll(/[\s-]/g, '').toUpperCase()
  if (begins.startsWith(RECEIPT_CODE_BEGINS)) {
    return readBroughtCode(store.read, Buffer.from(bytes).toString('utf8'))
  }
  const proved = readReceipt(bytes)
  if (!proved.ok) return proved
  const { document: receipt, keyId, digest } = proved.value
  const document = Buffer.from(bytes).toString('utf8')
  return accept({ receipt, keyId, digest, document, cameAs: 'FILE' })
}

/**
 * Takes several receipts in, each for itself: one that is refused holds no other up. They are taken in the order of their numbers, so that
 * one handed in too early is not called late; outcomes stand in the order of the files.
 * @example takeAll(deps, handler, [{ name: '回执-3.json', bytes }])
 */
export function takeAll(
  deps: ReceiptDeps,
  person: Principal | null,
  files: readonly HandedIn[],
): readonly ReceiptOutcome[] {
  const brought = files.map((file, at) => ({ at, name: file.name, read: readOne(deps, file) }))
  const orderOf = ({ read }: (typeof brought)[number]): readonly [number, number] =>
    read.ok ? [read.value.receipt.county.instance.former.length, read.value.receipt.number] : [0, 0]
  const outcomes: ReceiptOutcome[] = []
  for (const one of brought.toSorted((a, b) => compare(orderOf(a), orderOf(b)))) {
    const taken = one.read.ok ? takeReceipt(deps, person, one.read.value) : one.read
    outcomes[one.at] = taken.ok
      ? { name: one.name, ...taken.value }
      : { name: one.name, outcome: 'REFUSED', code: taken.code, params: taken.params }
  }
  return outcomes
}

function compare(one: readonly [number, number], other: readonly [number, number]): number {
  return one[0] - other[0] || one[1] - other[1]
}
