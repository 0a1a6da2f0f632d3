import { firstFitting, fitTable, sizesBetween } from './fit.ts'

// Rounding of the layout, in CSS pixels; far below anything a ruler shows.
const SLACK = 1
const STEP = 0.05

/** How far the type of a sheet may be changed against its template to fill one sheet and no more. */
export type ScaleRange = { readonly most: number; readonly least: number }

/** Sizes of a table's type by its template, in points. */
export type TableRange = { readonly most: number; readonly least: number }

/**
 * Scales tried, the largest first.
 * @example scalesIn({ most: 1.1, least: 1 }) // [1.1, 1.05, 1]
 */
export function scalesIn({ most, least }: ScaleRange): readonly number[] {
  const steps = Math.round((most - least) / STEP)
  return Array.from({ length: steps + 1 }, (_, index) => Math.round((most - index * STEP) * 100) / 100)
}

function setScale(frame: HTMLElement, scale: number, tables: TableRange): void {
  frame.style.setProperty('--scale', String(scale))
  const most = Math.max(tables.least, tables.most * scale)
  for (const table of frame.querySelectorAll('table')) fitTable(table, sizesBetween(most, tables.least))
}

/**
 * Sets everything on a sheet as large as one page allows (`--scale`), so that a short text fills a poster and a longer one still
 * fits. `room` is the height of the page, in CSS pixels. False when it does not fit at the least scale; then the template's own
 * size is set again, and the text goes on over further pages.
 * @example fillOneSheet(poster, poster.clientHeight, { most: 1.5, least: 1 }, { most: 20, least: 14 })
 */
export function fillOneSheet(
  frame: HTMLElement,
  room: number,
  range: ScaleRange,
  tables: TableRange,
): boolean {
  const scale = firstFitting(scalesIn(range), (one) => {
    setScale(frame, one, tables)
    return frame.scrollHeight <= room + SLACK
  })
  if (scale === null) setScale(frame, 1, tables)
  return scale !== null
}

// A title a little smaller on one line less reads better than a large one torn apart.
const TITLE_SCALES = [1, 0.95, 0.9, 0.85, 0.8]

/** Sets a title a little smaller (`--title-scale`) where that saves a line. */
export function saveTitleLine(title: HTMLElement | null): void {
  if (title === null) return
  const lines = (scale: number) => {
    title.style.setProperty('--title-scale', String(scale))
    return Math.round(title.clientHeight / Number.parseFloat(getComputedStyle(title).lineHeight))
  }
  const most = lines(1)
  if (firstFitting(TITLE_SCALES, (scale) => lines(scale) < most) === null) lines(1)
}

/**
 * Sizes of a table's type as a template gives them.
 * @example tableRange(template) // { most: 20, least: 14 }
 */
export function tableRange(template: {
  readonly type: { readonly table: { readonly points: number } }
  readonly leastTablePoints: number
}): TableRange {
  return { most: template.type.table.points, least: template.leastTablePoints }
}
