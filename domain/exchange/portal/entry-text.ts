// Signs that portals, spreadsheets and people write in one way or another.
const NOTHING = /[\s\u200b-\u200f\u2060\ufeff\p{Cc}]/gu
const QUOTES = /["'“”‘’「」『』《》〈〉<>]/gu
const BRACKETS: Readonly<Record<string, string>> = {
  '〔': '[',
  '〕': ']',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '(': '[',
  ')': ']',
}
const DASHES = /[‐-―−－—–]/gu

/**
 * An index number for comparing: full-width signs, spaces, dashes and case count for nothing.
 * @example indexKey('１１９９…/2026－00412') // '1199…/2026-00412'
 */
export function indexKey(text: string): string {
  return text.normalize('NFKC').replaceAll(NOTHING, '').replaceAll(DASHES, '-').toUpperCase()
}

/**
 * A title for comparing: quotes, spaces and widths count for nothing, and so does a stop at its end.
 * @example titleKey('关于《办法》的通知 ') === titleKey('关于办法的通知') // true
 */
export function titleKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(NOTHING, '')
    .replaceAll(QUOTES, '')
    .replaceAll(DASHES, '-')
    .replaceAll(/[.。]+$/gu, '')
    .toLowerCase()
}

/**
 * A document number for comparing: all brackets are one, since portals write 〔2026〕, [2026] and (2026); 第 before the serial counts
 * for nothing.
 * @example numberKey('云政发（2026）第5号') === numberKey('云政发〔2026〕5号') // true
 */
export function numberKey(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(NOTHING, '')
    .replaceAll(/[〔〕［］【】()]/gu, (sign) => BRACKETS[sign] ?? sign)
    .replaceAll(/\]第?0*(?=\d)/gu, ']')
    .toUpperCase()
}
