import type { HeldMark, Receipt, ReceiptVerdict } from './receipt.ts'
import type { RecordFaultCode } from './record-fault.ts'

/** How the code of a printed receipt begins; its digit tells the version. Letters and digits only: a hand scanner types nothing else alike under every keyboard layout. */
export const RECEIPT_CODE_BEGINS = 'BOARDR1'

/**
 * What the code on a printed receipt says: the receipt without names and accepted changes, and as many of the rejected ones as have
 * room. Signed like the receipt itself (docs/receipt-format.md).
 */
export type ReceiptCode = {
  readonly county: {
    readonly id: string
    /** Oldest first, as in the receipt; of many only the newest three. */
    readonly former: readonly string[]
  }
  readonly uscc: string
  readonly number: number
  /** To the second. */
  readonly claimedAt: string
  readonly package: Receipt['package']
  readonly verdict: ReceiptVerdict
  readonly counts: Receipt['counts']
  readonly held: HeldMark | null
  readonly missingFrom: number | null
  /** The first ten. */
  readonly waiting: readonly number[]
  /** How many editions the county holds that a restored database did not offer; which ones, only the file says. */
  readonly unknown: number
  readonly officeKeyId: string
  /** By growing change number. */
  readonly rejected: readonly { readonly change: number; readonly code: RecordFaultCode }[]
  /** How many rejected changes had no room: which ones, only the file says. `rejected` and these are all there are. */
  readonly leftOut: number
}
