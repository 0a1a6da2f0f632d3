import type { Receipt, ReceiptVerdict } from '../../../domain/exchange/receipt.ts'

/** What became of a file that was handed in. */
export type TakeInAnswer = PackageAnswer | CardAnswer

/** A package, and how it was answered. */
export type PackageAnswer = {
  readonly kind: 'PACKAGE'
  readonly office: { readonly id: number; readonly name: string }
  readonly sequence: number
  /** KNOWN: the same package was here before, and its first receipt is given again. */
  readonly outcome: ReceiptVerdict | 'KNOWN'
  readonly accepted: number
  readonly rejected: number
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  /** Receipts to carry back, by number: its own, and those of packages that had waited for it. */
  readonly receipts: readonly number[]
}

/** An office's card, to be compared by telephone before it counts. */
export type CardAnswer = {
  readonly kind: 'CARD'
  /** The card itself, to hand in again with the confirmation. */
  readonly card: string
  readonly office: { readonly name: string; readonly uscc: string; readonly regionCode: string }
  readonly indexTemplate: string
  readonly keyId: string
  readonly words: string
  /** NEW: not enrolled yet. SAME: enrolled by this very key. OTHER_KEY, OTHER_INSTANCE: enrolling it
   * puts another key or database in the place of the one that is here.
   */
  readonly standing: 'NEW' | 'SAME' | 'OTHER_KEY' | 'OTHER_INSTANCE'
  /** A key that is believed now ends with it, and somebody has to say why. */
  readonly endsKey: boolean
}

/** A receipt as its page shows it. */
export type ReceiptView = {
  readonly receipt: Receipt
  /** The code under the QR, for typing or scanning at the office. */
  readonly code: string
}
