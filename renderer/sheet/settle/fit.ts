/** Sizes type is set in, in points: 小初 down to 六号; a template may start and end between them. */
const SIZES = [36, 32, 28, 26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5]

/**
 * The first size that fits, or null when not even the last one does; the last size tried stays set.
 * @example firstFitting([14, 12], (size) => size < 13) // 12
 */
export function firstFitting<T>(sizes: readonly T[], fits: (size: T) => boolean): T | null {
  for (const size of sizes) if (fits(size)) return size
  return null
}

/**
 * Sizes tried between two, the largest first, both among them.
 * @example sizesBetween(14, 10.5) // [14, 13, 12, 11, 10.5]
 */
export function sizesBetween(most: number, least: number): readonly number[] {
  const between = SIZES.filter((size) => size < most && size > least)
  return least < most ? [most, ...between, least] : [most]
}

/** Sizes a table may be set in, as the template on the document says (`template-css.ts`). */
export function tableSizes(): readonly number[] {
  const style = getComputedStyle(document.documentElement)
  const points = (name: string, otherwise: number) =>
    Number.parseFloat(style.getPropertyValue(name)) || otherwise
  return sizesBetween(points('--table-size', 14), points('--least-table', 10.5))
}

// Rounding of the layout, in CSS pixels; far below anything a ruler shows.
const SLACK = 1
const PX_PER_MM = 96 / 25.4

function headInset(head: HTMLElement): number {
  const style = getComputedStyle(head)
  const pen = document.createElement('canvas').getContext('2d')
  if (pen === null) return 0
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const measured = pen.measureText(head.textContent)
  const size = Number.parseFloat(style.fontSize)
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measured
  return (size - ascent - descent) / 2 + ascent - measured.actualBoundingBoxAscent
}

/**
 * Sets the office's name as large as its template says or one line allows; a name too long even in the smallest size may wrap.
 * Its strokes begin where they should, however far inside their line this face begins.
 */
export function fitHead(head: HTMLElement, most: number): void {
  const room = head.parentElement?.clientWidth ?? head.clientWidth
  const size = firstFitting(sizesBetween(most, 16), (points) => {
    head.style.fontSize = `${String(points)}pt`
    return head.offsetWidth <= room + SLACK
  })
  if (size === null) head.style.whiteSpace = 'normal'
  head.parentElement?.style.setProperty('--head-inset', `${String(headInset(head) / PX_PER_MM)}mm`)
}

// A name set one or two characters a line can hardly be read, though it fits.
const SHORT_TEXT = 8
const MOST_LINES = 2
const LINE_HEIGHT = 1.4

function isCramped(table: HTMLTableElement): boolean {
  // Accounts are read down their columns: a word in two lines is already torn apart.
  const most = table.dataset['carry'] === undefined ? MOST_LINES : 1
  const line = Number.parseFloat(getComputedStyle(table).fontSize) * LINE_HEIGHT
  for (const text of table.querySelectorAll<HTMLElement>('.body-cell > .body-paragraph')) {
    const lines = Math.round(text.offsetHeight / line)
    if (lines > most && (text.textContent ?? '').length <= SHORT_TEXT) return true
  }
  return false
}

/** How a table came out of being fitted. */
export type TableFit = 'FITS' | 'CRAMPED' | 'TOO_WIDE'

/** Sets a table in the largest size in which it is no wider than the room and no short word is torn apart. */
export function fitTable(table: HTMLTableElement, sizes: readonly number[]): TableFit {
  const room = table.parentElement?.clientWidth ?? table.clientWidth
  let widest: TableFit = 'TOO_WIDE'
  const size = firstFitting(sizes, (points) => {
    table.style.fontSize = `${String(points)}pt`
    const fits = table.offsetWidth <= room + SLACK
    widest = fits ? 'CRAMPED' : 'TOO_WIDE'
    return fits && !isCramped(table)
  })
  return size === null ? widest : 'FITS'
}

/** Sets every table of a sheet in the largest size that fits, as far as its template allows. */
export function fitTables(area: HTMLElement): void {
  const sizes = tableSizes()
  for (const table of area.querySelectorAll<HTMLTableElement>('table:not([data-split])'))
    fitTable(table, sizes)
}

// An address of a page, a number with every digit: no room on paper is so wide.
const LONG_TOKEN = /[!-~]{20,}/u
// An amount, a date, a telephone number: torn at its hyphen it is read as two. A word of up to three characters: 序号, 姓名.
const WHOLE_TOKEN = /^(?:[!-~]{1,19}|\S{1,3})$/u

/**
 * Says of each cell how its words may be broken: a word so long that its column would be as wide as it is, anywhere; a number,
 * a date or a short word nowhere.
 */
export function breakLongWords(area: HTMLElement): void {
  for (const cell of area.querySelectorAll<HTMLElement>('.body-cell')) {
    const text = (cell.textContent ?? '').trim()
    if (WHOLE_TOKEN.test(text)) cell.classList.add('body-cell-whole')
    else if (LONG_TOKEN.test(text)) cell.classList.add('body-cell-long')
  }
}

function isTurned(element: Element): boolean {
  return element instanceof HTMLElement && element.dataset['turned'] !== undefined
}

function rightOf(element: Element, area: DOMRect): number {
  const frame = element.closest('.body-table-frame')
  return frame !== null && isTurned(frame) ? frame.getBoundingClientRect().right : area.right
}

/**
 * Names the first thing that is wider than the type area, as `table:2` or `block:7` counted from 1; null when
 * all fits. The browser would shrink every page of the print for it, or cut it off without a word.
 */
export function findOverflow(area: HTMLElement): string | null {
  const room = area.getBoundingClientRect()
  const isWide = (element: Element) => element.getBoundingClientRect().right > rightOf(element, room) + SLACK
  const tables = [...area.querySelectorAll('table:not([data-part])')]
  const parts = [...area.querySelectorAll<HTMLTableElement>('table[data-part]')]
  const table = tables.findIndex(
    (one) => isWide(one) || parts.some((part) => part.parentElement === one.parentElement && isWide(part)),
  )
  if (table !== -1) return `table:${String(table + 1)}`
  const blocks = [...area.children]
  const block = blocks.findIndex(
    (child) => !isTurned(child) && (isWide(child) || child.scrollWidth > child.clientWidth + SLACK),
  )
  return block === -1 ? null : `block:${String(block + 1)}`
}

const WORDS = 12

/**
 * The first words of a place, for a person who looks for it: headings of a table, the beginning of a text.
 * @example wordsAt(area, 'table:2') // '序号 户主姓名'
 */
export function wordsAt(area: HTMLElement, place: string): string {
  const [kind, number] = place.split(':')
  const at = Number(number) - 1
  const element = kind === 'table' ? area.querySelectorAll('table:not([data-part])')[at] : area.children[at]
  const cells = [...(element?.querySelectorAll('tr:first-child > .body-cell') ?? [])]
  const text =
    cells.length > 0 ? cells.map((cell) => cell.textContent).join(' ') : (element?.textContent ?? '')
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  return [...plain].length > WORDS ? `${[...plain].slice(0, WORDS).join('')}…` : plain
}
