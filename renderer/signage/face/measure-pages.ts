import { dealRows, type RowRange } from './deal-rows.ts'
import type { Segment } from './segments.ts'

/** One page of a notice. */
export type FacePage =
  | { readonly kind: 'PROSE'; readonly segment: number; readonly column: number; readonly characters: number }
  | {
      readonly kind: 'TABLE'
      readonly segment: number
      readonly range: RowRange
      readonly widths: readonly number[]
      readonly characters: number
    }
  /** The title in another language, where it has no room beside the Chinese one. */
  | { readonly kind: 'OTHER_TITLE'; readonly characters: number }
  | { readonly kind: 'CODE'; readonly characters: number }

const SLACK = 1

function textLength(element: Element): number {
  return (element.textContent ?? '').replaceAll(/\s+/gu, '').length
}

function prosePages(
  flow: HTMLElement,
  segment: number,
  most: { readonly prose: number; readonly mayCut: boolean },
): readonly FacePage[] | null {
  const gap = Number.parseFloat(getComputedStyle(flow).columnGap) || 0
  const count = Math.max(1, Math.round((flow.scrollWidth + gap) / (flow.clientWidth + gap)))
  if (count > most.prose && !most.mayCut) return null
  // A word wider than the window.
  if (flow.scrollHeight > flow.clientHeight + SLACK) return null
  const characters = textLength(flow) / count
  return Array.from({ length: Math.min(count, most.prose) }, (_, column) => ({
    kind: 'PROSE' as const,
    segment,
    column,
    characters,
  }))
}

/** Widths of the columns, from the first row in which each stands alone; null when one never does. */
function columnWidths(table: HTMLTableElement): readonly number[] | null {
  const widths: number[] = []
  for (const row of table.rows) {
    let column = 0
    // A cell that reaches down from above shifts the others of its row: only rows with all columns count.
    const covered = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)
    const whole = [...(table.rows[0]?.cells ?? [])].reduce((sum, cell) => sum + cell.colSpan, 0)
    if (covered !== whole) continue
    for (const cell of row.cells) {
      if (cell.colSpan === 1) widths[column] ??= cell.getBoundingClientRect().width
      column += cell.colSpan
    }
    widths.length = Math.max(widths.length, column)
    if (widths.length === column && !widths.includes(undefined as unknown as number)) return widths
  }
  return null
}

function tablePages(frame: HTMLElement, segment: number, height: number): readonly FacePage[] | null {
  const table = frame.querySelector('table')
  if (table === null) return null
  if (table.scrollWidth > frame.clientWidth + SLACK || table.offsetWidth > frame.clientWidth + SLACK)
    return null
  const bodyRows = [...(table.tBodies[0]?.rows ?? [])]
  const widths = columnWidths(table)
  if (widths === null) return null
  const [firstRow] = bodyRows
  const top = (element: Element) => element.getBoundingClientRect().top
  // The heads stand over the rows of every page, what leads to the table over those of the first.
  const heads = firstRow === undefined ? 0 : top(firstRow) - top(table)
  const caption = top(table) - top(frame)
  const measured = bodyRows.map((row) => ({
    height: row.getBoundingClientRect().height,
    reaches: Math.max(0, ...[...row.cells].map((cell) => cell.rowSpan - 1)),
  }))
  const ranges = dealRows(measured, height - caption - heads - 2 * SLACK, height - heads - 2 * SLACK)
  if (ranges === null) return null
  return ranges.map((range) => ({
    kind: 'TABLE' as const,
    segment,
    range,
    widths,
    characters: bodyRows.slice(range.from, range.to).reduce((sum, row) => sum + textLength(row), 0),
  }))
}

/**
 * The pages of a notice, from its segments as they lie in the window in their real type and width, before anything is seen; null
 * when something does not fit. Read once a showing.
 */
export function measurePages(
  window: HTMLElement,
  segments: readonly Segment[],
  most: {
    readonly prose: number
    readonly table: number
    readonly mayCut: boolean
    readonly isPart: boolean
  },
): readonly FacePage[] | null {
  const pages: FacePage[] = []
  let tables = 0
  for (const [at, segment] of segments.entries()) {
    const element = window.children.item(at)
    if (!(element instanceof HTMLElement)) return null
    if (segment.kind === 'PROSE') {
      const own = prosePages(element, at, most)
      if (own === null) return null
      pages.push(...own)
      continue
    }
    const own = tablePages(element, at, window.clientHeight)
    if (own === null) return null
    if (tables + own.length > most.table && !most.isPart) return null
    const given = own.slice(0, Math.max(0, most.table - tables))
    tables += given.length
    pages.push(...given)
  }
  return pages
}
