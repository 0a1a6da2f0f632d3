import iconv from 'iconv-lite'
import { accept, refuse } from '../../domain/refusal.ts'
import type { Result } from '../../domain/refusal.ts'

/**
 * Decodes a text file as Chinese offices save it: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030
 * (which covers GBK and GB2312). UTF-8 is tried strictly first, since GB18030 text is almost never valid UTF-8.
 * Refuses `catalogue.file-damaged` when no encoding fits.
 * @example decodeText(new Uint8Array([0xd0, 0xf2])) // { ok: true, value: '序' }
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return accept(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const text = iconv.decode(Buffer.from(bytes), 'gb18030')
  return text.includes('\ufffd') ? refuse('catalogue.file-damaged') : accept(text)
}

/**
 * The separators a text may have, the likeliest first: what stands most often in its first three rows outside quotes.
 * Contents are full of commas, headings are not.
 * @example separatorsOf('序号;时限\n1;"甲，乙，丙"')[0] // ';'
 */
export function separatorsOf(text: string): readonly string[] {
  const counts = new Map([',', '\t', ';', '，'].map((sign) => [sign, 0]))
  let quoted = false
  let fresh = true
  for (let at = 0, rows = 0; at < text.length && rows < 3; at += 1) {
    const sign = text.charAt(at)
    const count = counts.get(sign)
    if (sign === '"') quoted = quoted ? false : fresh
    else if (!quoted && sign === '\n') rows += 1
    else if (!quoted && count !== undefined) counts.set(sign, count + 1)
    fresh = count !== undefined || /\s|"/u.test(sign)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([sign]) => sign)
}

/**
 * Splits CSV text into rows (RFC 4180: quotes, doubled quotes, line breaks and separators inside quotes). The separator is
 * the likeliest one unless it is given.
 * Refuses `catalogue.file-damaged` when a quote is never closed, with the `row` (from 1) it was opened in.
 * @example readCsv('序号,时限\n1,"每月20日\n(另有规定的除外)"') // [['序号','时限'],['1','每月20日\n(另有规定的除外)']]
 */
export function readCsv(text: string, separator = separatorsOf(text)[0]): Result<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  let openedInRow = 0
  const endField = (): void => {
    row.push(field)
    field = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && field.trim() === '') {
      quoted = true
      field = ''
      openedInRow = rows.length + 1
    } else if (sign === separator) endField()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1
      endField()
      rows.push(row)
      row = []
    } else field += sign
  }
  if (quoted) return refuse('catalogue.file-damaged', { row: openedInRow })
  if (field !== '' || row.length > 0) {
    endField()
    rows.push(row)
  }
  return accept(rows)
}
