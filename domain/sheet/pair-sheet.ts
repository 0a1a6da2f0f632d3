import type { ScriptOrder } from '../language/script-order.ts'
import type { SheetPaper, SheetTemplate } from './template.ts'

/** A rectangle on a sheet in millimetres, from its upper left corner. */
export type SheetBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where two scripts stand on one sheet. */
export type PairSheet = {
  readonly sheet: { readonly width: number; readonly height: number }
  readonly chinese: SheetBox
  readonly other: SheetBox
}

const SHORT_EDGE = { A4: 210, A3: 297 } as const
const LONG_EDGE = { A4: 297, A3: 420 } as const

/**
 * Cuts a sheet in two for a notice in two scripts. One above the other on an upright sheet, beside each other on a lying one;
 * a pair written downwards stands beside each other too, because each script fills a page of its own. The room goes by
 * `sizeRatio`, so that letters set larger do not need a second page. Which leads stands above or to the left. Source: domain
 * book §9.3 (order and ratio are settings).
 * @example pairSheet('A4', { lead: 'HAN_FIRST', layout: 'SIDE_BY_SIDE', sizeRatio: 100 }).other.x // 148.5
 */
export function pairSheet(size: SheetPaper['size'], order: ScriptOrder): PairSheet {
  const stacked = order.layout === 'STACKED'
  const sheet = stacked
    ? { width: SHORT_EDGE[size], height: LONG_EDGE[size] }
    : { width: LONG_EDGE[size], height: SHORT_EDGE[size] }
  const whole = stacked ? sheet.height : sheet.width
  const chineseShare = whole * (100 / (100 + order.sizeRatio))
  const first = order.lead === 'HAN_FIRST' ? chineseShare : whole - chineseShare
  const box = (from: number, length: number): SheetBox =>
    stacked
      ? { x: 0, y: from, width: sheet.width, height: length }
      : { x: from, y: 0, width: length, height: sheet.height }
  const [leading, following] = [box(0, first), box(first, whole - first)]
  return order.lead === 'HAN_FIRST'
    ? { sheet, chinese: leading, other: following }
    : { sheet, chinese: following, other: leading }
}

// Enough for any printer's edge and for a drawing pin; the official margins would leave half a sheet no room.
const HALF_MARGIN = { top: 16, right: 14, bottom: 14, left: 14 }
const HALF_LEADING = 1.6

/**
 * The template of one half of a pair: small margins, lines a little closer, no grid and no page number, all else as the office has set it.
 * @example halfTemplate(BUILT_IN_TEMPLATES.PLAIN).pageNumber // 'NONE'
 */
export function halfTemplate(template: SheetTemplate): SheetTemplate {
  return {
    ...template,
    margin: HALF_MARGIN,
    grid: null,
    leading: Math.min(template.leading, HALF_LEADING),
    pageNumber: 'NONE',
  }
}
