/** What a printed page says of itself in `document.documentElement.dataset`. */
export type PageMarks = Readonly<Record<string, string>>

/** From the board server to the shell. */
export type FromBoard =
  | { readonly kind: 'listening'; readonly deskUrl: string; readonly kioskUrl: string }
  | { readonly kind: 'already-running'; readonly deskUrl: string }
  /** The data folder cannot be opened; starting again would not help. */
  | { readonly kind: 'cannot-start'; readonly code: string; readonly detail: string }
  | { readonly kind: 'print'; readonly job: number; readonly address: string }

/** From the shell to the board server. */
export type ToBoard =
  | { readonly kind: 'printed'; readonly job: number; readonly bytes: Uint8Array; readonly marks: PageMarks }
  | { readonly kind: 'print-failed'; readonly job: number; readonly reason: string }
  | { readonly kind: 'close' }
