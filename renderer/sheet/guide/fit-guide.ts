import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { typeArea } from '../../../domain/sheet/type-area.ts'
import { fillOneSheet, tableRange } from '../settle/one-sheet.ts'

const PX_PER_MM = 96 / 25.4

// A guide is handed out: one sheet a tenth smaller is better than two with three lines on the second.
const RANGE = { most: 1, least: 0.85 }

/** Sets a guide a little smaller where it then takes one page; a longer one keeps the template's size. */
export function fitGuide(guide: HTMLElement, template: SheetTemplate): void {
  // A millimetre against the browser's rounding.
  const room = (typeArea(template).height - 1) * PX_PER_MM
  fillOneSheet(guide, room, RANGE, tableRange(template))
}
