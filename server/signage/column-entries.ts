import type { StoredColumnRow } from '../../db/repos/column-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { ScreenColumn, ScreenSubscription } from '../../domain/signage/screen.ts'

// Many held back one after the other are passed in few and larger steps.
const MOST_A_PAGE = 2000
// Kept ready for while the office cannot be reached: what runs out meanwhile is followed by the next older one.
const MOST_SPARE = 10

/**
 * The newest of a column that the public may see, newest first, at most so many; read in pages, because nobody knows how many of
 * the newest are held back. It goes on until it has found them or the column is over: a column is never called empty that is not,
 * and what is looked through beyond that is no more than what is held back.
 * @example openRows(read, { kind: 'ALL' }, 10, held).length
 */
export function openRows(
  read: Reads,
  column: ScreenColumn,
  most: number,
  isHeld: (row: { readonly id: number }) => boolean,
): StoredColumnRow[] {
  const found: StoredColumnRow[] = []
  let before: number | null = null
  for (let size = most; ; size = Math.min(MOST_A_PAGE, 2 * size)) {
    const page = read.column.newest(column, before, size)
    found.push(...page.filter((row) => !isHeld(row)))
    const last = page[page.length - 1]
    if (found.length >= most || page.length < size || !last) return found.slice(0, most)
    before = last.id
  }
}

/**
 * What a subscription hands to its screen: its newest notices, and one more for each that runs out by itself.
 * @example subscribedRows(read, subscription, held)
 */
export function subscribedRows(
  read: Reads,
  { column, mostNotices }: Pick<ScreenSubscription, 'column' | 'mostNotices'>,
  isHeld: (row: { readonly id: number }) => boolean,
): StoredColumnRow[] {
  const rows = openRows(read, column, mostNotices + MOST_SPARE, isHeld)
  const ending = rows.slice(0, mostNotices).filter(({ expiresAt }) => expiresAt !== null).length
  return rows.slice(0, mostNotices + Math.min(MOST_SPARE, ending))
}
