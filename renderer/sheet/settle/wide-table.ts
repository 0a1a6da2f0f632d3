import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import { fitTable, sizesBetween } from './fit.ts'
import { splitTable, type SplitWords } from './split-table.ts'

function turn(frame: HTMLElement, isTurned: boolean): void {
  if (isTurned) frame.dataset['turned'] = 'true'
  else delete frame.dataset['turned']
}

/**
 * Makes every table of the text fit its room: set smaller as far as the template allows, then on a page of its own lying
 * across (`TURN`, the same paper), then split by columns (`SPLIT`, also where not even the turned page is wide enough). What
 * still does not fit is left too wide, to be found and refused.
 */
export function fitWideTables(area: HTMLElement, template: SheetTemplate, words: SplitWords): void {
  const sizes = sizesBetween(template.type.table.points, template.leastTablePoints)
  const canTurn = template.wideTable === 'TURN' && template.paper.orientation === 'PORTRAIT'
  const frames = area.querySelectorAll<HTMLElement>(':scope > .body-table-frame')
  for (const frame of frames) {
    const table = frame.querySelector<HTMLTableElement>(':scope > table:not([data-split])')
    if (table === null) continue
    const upright = fitTable(table, sizes)
    if (upright === 'FITS') continue
    if (canTurn) {
      turn(frame, true)
      const across = fitTable(table, sizes)
      // Turned for a table that stays torn apart all the same, the reader would gain nothing.
      if (across === 'FITS' || (across === 'CRAMPED' && upright === 'TOO_WIDE')) continue
      turn(frame, false)
      fitTable(table, sizes)
    }
    if (upright === 'TOO_WIDE' && template.wideTable !== 'REFUSE') splitTable(table, sizes, words)
  }
}
