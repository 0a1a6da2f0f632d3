const GAP_MM = 20
const PX_PER_MM = 96 / 25.4

// 1: one line over the signature; 2: also 附注 beside the date, and what stands below it set close.
const CLOSER = ['1', '2'] as const

/** On which page the closing stands, from 1: the text is set for a moment in columns as high as a page, and breaks as it will there. */
function lastPage(area: HTMLElement, closing: HTMLElement): number {
  // Measured first: columns laid out anew over an old layout keep its breaks.
  const room = area.getBoundingClientRect()
  area.classList.add('area-counted')
  area.style.columnGap = `${String(GAP_MM)}mm`
  const column = (closing.getBoundingClientRect().left - room.left) / (room.width + GAP_MM * PX_PER_MM)
  area.style.columnGap = ''
  area.classList.remove('area-counted')
  return Math.round(column) + 1
}

/**
 * Sets the closing closer where that saves a page, so that no sheet is printed for one line and a signature (GB/T 9704-2012,
 * 7.3.5.4: spacing is what may be changed). Where no page is saved it stays as the standard has it.
 */
export function savePage(area: HTMLElement): void {
  const closing = area.querySelector<HTMLElement>(':scope > .closing')
  if (closing === null) return
  delete closing.dataset['closer']
  const pages = lastPage(area, closing)
  if (pages === 1) return
  for (const closer of CLOSER) {
    closing.dataset['closer'] = closer
    if (lastPage(area, closing) < pages) return
  }
  delete closing.dataset['closer']
}
