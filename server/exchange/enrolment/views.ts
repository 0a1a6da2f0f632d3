/** A key as people compare it over the telephone. */
export type KeyView = {
  /** SHA-256 (hex) of the public key's SPKI bytes. */
  readonly keyId: string
  /** The first 32 bits of it as four words. */
  readonly words: readonly string[]
}

/** What a county's card says, as it is shown before and after it is taken. */
export type CountyCardView = {
  readonly name: string
  /** 行政区划代码. */
  readonly code: string
  readonly instanceId: string
  readonly key: KeyView
  /** Where packages are handed in over a network; null when there is none. */
  readonly address: string | null
  /** The address shows a certificate of the county's own, which the card names. */
  readonly hasCertificate: boolean
  readonly claimedAt: string
}

/** A county on record, with who took its card in. */
export type CountyView = CountyCardView & {
  readonly id: number
  readonly addedBy: { readonly id: string; readonly name: string }
  readonly addedAt: string
}

/** Who belongs to whom: answer of `GET /county-card`. */
export type EnrolmentView = {
  readonly office: {
    readonly name: string
    readonly uscc: string
    readonly key: KeyView
    /** A key that was announced and is not confirmed by a receipt yet; null when none is. */
    readonly nextKey: KeyView | null
  }
  /** The county that counts; null before the first card. */
  readonly county: CountyView | null
  /** Cards that were replaced, newest first. */
  readonly former: readonly CountyView[]
}

/**
 * What a card would change. `SAME` says what is on record; `UPDATE` brings another address, name or database of the same key; `NEW` is
 * the first; `OTHER_KEY` puts another county (or another key of it) in place of the one that counts, and needs the person's explicit word.
 */
export type CountyCardChange = 'NEW' | 'SAME' | 'UPDATE' | 'OTHER_KEY'

/** Answer of `POST /county-card`: with `confirm: false` nothing is taken (`taken: false`). */
export type CountyCardPreview = {
  readonly taken: boolean
  readonly change: CountyCardChange
  readonly card: CountyCardView
  /** The county that counts so far. */
  readonly replaces: CountyView | null
}

/** Answer of `GET /office-card/text`: the signed card, for a QR code or for copying. */
export type OfficeCardView = {
  readonly fileName: string
  readonly text: string
  /** The QR code as SVG; null when the card does not fit into one. */
  readonly qr: string | null
  readonly key: KeyView
}

/** Answer of `POST /package-key/next`. */
export type NextKeyView = { readonly key: KeyView }

/*
 * GET  /api/desk/county-card → EnrolmentView
 * POST /api/desk/county-card  multipart: file | text, confirm ('true' | 'false'), replace ('true' when OTHER_KEY was confirmed), keyId (of the card that was shown) → CountyCardPreview
 * GET  /api/desk/office-card → file (board-office-card JSON) ; GET /api/desk/office-card/qr → OfficeCardView
 * POST /api/desk/package-key/next → NextKeyView
 */
