/** Version of the card by which an office introduces itself to its county. */
export const OFFICE_CARD_FORMAT = 'board-office-card/1'
/** Version of the card by which a county introduces itself to one office. */
export const COUNTY_CARD_FORMAT = 'board-county-card/1'

/** More does not fit a code that a hand scanner still reads off a screen (the largest QR code at level L, some room left), in bytes. */
const CODE_BYTES = 2300

/**
 * Whether a signed card can be shown as a QR code; one that carries a long certificate needs its file.
 * @example cardFitsCode(text) // true
 */
export function cardFitsCode(text: string): boolean {
  const bytes = [...text].reduce((sum, character) => {
    const point = character.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4)
  }, 0)
  return bytes <= CODE_BYTES
}

/**
 * What an office hands to its county once: who it is and by which keys. Signed by the key it names, so that it cannot be altered on the
 * way; whether it is the office's, two people compare by telephone (`key-words.ts`).
 */
export type OfficeCard = {
  readonly format: typeof OFFICE_CARD_FORMAT
  readonly office: { readonly name: string; readonly uscc: string; readonly regionCode: string }
  readonly instanceId: string
  /** age recipient for what the county sends to this office alone, `age1…`. */
  readonly recipient: string
  /** How the office forms its index numbers, as in its settings; the county's operator may change it there. */
  readonly indexTemplate: string
  readonly claimedAt: string
}

/** What the county hands back: its keys, where it is reached, and for which office this card is. */
export type CountyCard = {
  readonly format: typeof COUNTY_CARD_FORMAT
  readonly county: {
    readonly name: string
    /** 行政区划代码, six digits. */
    readonly code: string
    readonly instanceId: string
    /** age recipient packages are encrypted to, `age1…`. */
    readonly recipient: string
  }
  /** Where packages are handed in over a network, `https://…`; null when there is none. */
  readonly address: string | null
  /** The certificate that address shows, PEM; null when it is one the system trusts. */
  readonly certificate: string | null
  /** The office it is for, with the key the county enrolled. */
  readonly office: { readonly uscc: string; readonly keyId: string }
  readonly claimedAt: string
}
