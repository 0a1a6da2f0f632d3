/** Rows a list shows at once. */
export const PAGE_ROWS = 50

/** One page of a list; `next` is what asks for the following one, null at the end. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/**
 * Cuts a page out of rows of which one more than a page was asked for.
 * @example pageOf(rows, (row) => row.id)
 */
export function pageOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  most: number = PAGE_ROWS,
): Page<Row> {
  const shown = rows.slice(0, most)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > most && last !== undefined ? keyOf(last) : null }
}

/**
 * A key of several parts as one word for an address, and back; null for what was never one.
 * @example readKey(writeKey(['2026-10-01', 7]), 'tn') // ['2026-10-01', '7']
 */
export function writeKey(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts.map(String)), 'utf8').toString('base64url')
}

const NUMBER = /^\d{1,9}$/u

/**
 * The parts of such a key, `t` for a text and `n` for a number of at most nine digits; null for a word that is no such key: what stands in
 * an address may be anything, and the database throws on a text where it wants a number.
 * @example readKey('x', 'tn') // null
 */
export function readKey(word: string | undefined, shape: string): readonly string[] | null {
  if (word === undefined) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'))
    if (!Array.isArray(read) || read.length !== shape.length) return null
    const isPart = (part: unknown, at: number): part is string =>
      typeof part === 'string' && !part.includes('\0') && (shape[at] === 't' || NUMBER.test(part))
    return read.every(isPart) ? read : null
  } catch {
    return null
  }
}
