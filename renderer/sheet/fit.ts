/** Sizes tried for the office's name in the red head, in points, largest first. */
export const HEAD_SIZES = [56, 52, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18, 16] as const

/** Sizes tried for the text of a table, in points: 四号 down to 五号. */
export const TABLE_SIZES = [14, 12, 10.5] as const

/**
 * The first size that fits, or null when not even the last one does; the last size tried stays set.
 * @example firstFitting([14, 12], (size) => size < 13) // 12
 */
export function firstFitting<T>(sizes: readonly T[], fits: (size: T) => boolean): T | null {
  for (const size of sizes) if (fits(size)) return size
  return null
}

// Rounding of the layout, in CSS pixels; far below anything a ruler shows.
const SLACK = 1

/** Sets the office's name as large as one line allows; a name too long even in the smallest size may wrap. */
export function fitHead(head: HTMLElement): void {
  const room = head.parentElement?.clientWidth ?? head.clientWidth
  const size = firstFitting(HEAD_SIZES, (size) => {
    head.style.fontSize = `${String(size)}pt`
    return head.offsetWidth <= room + SLACK
  })
  if (size === null) head.style.whiteSpace = 'normal'
}

// A name or a number set one or two characters a line can hardly be read, though it fits.
const SHORT_TEXT = 8
const MOST_LINES = 2

function isCramped(table: HTMLTableElement): boolean {
  // Accounts are read down their columns: a day or an amount in two lines is already torn apart.
  const most = table.dataset['carry'] === undefined ? MOST_LINES : 1
  return [...table.querySelectorAll<HTMLElement>('.body-cell > .body-paragraph')].some((line) => {
    if ((line.textContent ?? '').length > SHORT_TEXT) return false
    return line.offsetHeight > Number.parseFloat(getComputedStyle(line).lineHeight) * (most + 0.5)
  })
}

/** Shrinks the text of every table that is wider than the type area, or in which short words are torn apart. */
export function fitTables(area: HTMLElement): void {
  for (const table of area.querySelectorAll<HTMLTableElement>('table')) {
    const room = table.parentElement?.clientWidth ?? area.clientWidth
    firstFitting(TABLE_SIZES, (size) => {
      table.style.fontSize = `${String(size)}pt`
      return table.offsetWidth <= room + SLACK && !isCramped(table)
    })
  }
}

/**
 * Names the first thing that is wider than the type area, as `table:2` or `block:7` counted from 1; null when
 * all fits. The browser would shrink every page of the print for it, or cut it off without a word.
 */
export function findOverflow(area: HTMLElement): string | null {
  const right = area.getBoundingClientRect().right + SLACK
  const isWide = (element: Element) => element.getBoundingClientRect().right > right
  const tables = [...area.querySelectorAll('table')]
  const table = tables.findIndex(isWide)
  if (table !== -1) return `table:${String(table + 1)}`
  const blocks = [...area.children]
  const block = blocks.findIndex((child) => isWide(child) || child.scrollWidth > child.clientWidth + SLACK)
  return block === -1 ? null : `block:${String(block + 1)}`
}
