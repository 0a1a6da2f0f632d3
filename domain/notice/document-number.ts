import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'

/** A 发文字号 in its parts: 机关代字, full year, serial within prefix and year. */
export type DocumentNumber = { readonly prefix: string; readonly year: number; readonly serial: number }

// After NFKC: full-width brackets are already half-width, small tortoise-shell brackets already 〔 〕.
const OPENING = '[〔\\[({【〖「『<《〈⟨]'
const CLOSING = '[〕\\])}】〗」』>》〉⟩]'
const PREFIX = '(\\p{Script=Han}{2,16}?)'
const YEAR = '((?:19|20)\\d{2})年?'
const SERIAL = '第?0*([1-9]\\d{0,5})'
// One bracket may be lost in copying: the year has four digits, so the other one still tells where it ends.
const LOOSE = new RegExp(
  `^${PREFIX}(?:${OPENING}${YEAR}${CLOSING}?|${YEAR}${CLOSING})年?${SERIAL}[号號]$`,
  'u',
)
const STRICT = /^(\p{Script=Han}{2,16})〔((?:19|20)\d{2})〕([1-9]\d{0,5})号$/u

/**
 * Writes a document number in its official form (党政机关公文格式 GB/T 9704-2012, 7.2.5: full year in 〔〕, no 第, no zeros).
 * @example formatDocumentNumber({ prefix: '云政发', year: 2026, serial: 5 }) // '云政发〔2026〕5号'
 */
export function formatDocumentNumber(number: DocumentNumber): string {
  return `${number.prefix}〔${number.year}〕${number.serial}号`
}

/**
 * Reads a document number in its official form only. Refuses `notice.document-number-invalid`.
 * @example parseDocumentNumber('云政发〔2026〕5号') // { ok: true, value: { prefix: '云政发', year: 2026, serial: 5 } }
 */
export function parseDocumentNumber(text: string): Result<DocumentNumber> {
  const match = STRICT.exec(text)
  if (!match) return refuse('notice.document-number-invalid')
  const [, prefix = '', year = '', serial = ''] = match
  return accept({ prefix, year: Number(year), serial: Number(serial) })
}

/**
 * Brings a document number as people type it into its official form; an empty text means the notice has none.
 * Mends other brackets, 第, leading zeros, spaces and full-width digits; `repaired` says whether anything changed.
 * Refuses `notice.document-number-invalid` when the year or the serial would have to be guessed.
 * @example repairDocumentNumber('云政发[2026]第05号') // { ok: true, value: { value: '云政发〔2026〕5号', repaired: true } }
 */
export function repairDocumentNumber(
  text: string,
): Result<{ readonly value: string; readonly repaired: boolean }> {
  if (STRICT.test(text)) return accept({ value: text, repaired: false })
  const compact = text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '')
  if (compact === '') return accept({ value: '', repaired: text !== '' })
  const match = LOOSE.exec(compact)
  if (!match) return refuse('notice.document-number-invalid')
  const [, prefix = '', yearAfterOpening, yearBeforeClosing, serial = ''] = match
  const year = Number(yearAfterOpening ?? yearBeforeClosing)
  return accept({ value: formatDocumentNumber({ prefix, year, serial: Number(serial) }), repaired: true })
}
