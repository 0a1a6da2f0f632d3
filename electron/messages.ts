import type { StartOptions } from '../server/start.ts'

/** What a printed page says of itself in `document.documentElement.dataset`. */
export type PageMarks = Readonly<Record<string, string>>

/** Which faces draw the characters of a printed page, as the board server wants it; null when the page could not be asked. */
export type PageGlyphs = NonNullable<
  Awaited<ReturnType<NonNullable<StartOptions['renderSheet']>>>['glyphs']
> | null

/** Paper wanted from a printer, named as the system names it. */
export type PaperOrder = {
  readonly address: string
  readonly printer: string
  readonly copies: number
  readonly paper: 'A4' | 'A3'
}

/** A printer of this computer. */
export type NamedPrinter = {
  readonly name: string
  readonly displayName: string
  readonly isDefault: boolean
}

/** From the board server to the shell. */
export type FromBoard =
  | { readonly kind: 'listening'; readonly deskUrl: string; readonly kioskUrl: string }
  | { readonly kind: 'already-running'; readonly deskUrl: string }
  /** The database of an older program is being brought up, which takes minutes with a large one. */
  | { readonly kind: 'upgrading'; readonly step: number; readonly of: number }
  /** The data folder cannot be opened; starting again would not help. `sentences`: why, for the person, in each language. */
  | { readonly kind: 'cannot-start'; readonly code: string; readonly sentences: readonly string[] }
  | { readonly kind: 'print'; readonly job: number; readonly address: string }
  | { readonly kind: 'list-printers'; readonly job: number }
  /** Maintenance entered its PIN at the glass and leaves it. */
  | { readonly kind: 'leave-kiosk' }
  /** Print the page at an address, which shows a finished PDF as pictures, on a printer of this computer. */
  | ({ readonly kind: 'paper'; readonly job: number } & PaperOrder)

/** From the shell to the board server. */
export type ToBoard =
  | {
      readonly kind: 'printed'
      readonly job: number
      readonly bytes: Uint8Array
      readonly marks: PageMarks
      readonly glyphs: PageGlyphs
    }
  | { readonly kind: 'print-failed'; readonly job: number; readonly reason: string }
  | { readonly kind: 'printers'; readonly job: number; readonly printers: readonly NamedPrinter[] }
  | { readonly kind: 'on-paper'; readonly job: number }
  /** `silent`: nobody knows whether anything came out. */
  | { readonly kind: 'no-paper'; readonly job: number; readonly silent: boolean }
  | { readonly kind: 'close' }
