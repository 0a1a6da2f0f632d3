/** Where each line of a grid begins, in pixels; one more entry than lines, the last is the whole height. */
export function lineOffsets(heights: readonly number[]): readonly number[] {
  const offsets = [0]
  let at = 0
  for (const height of heights) {
    at += height
    offsets.push(at)
  }
  return offsets
}

/** The line that lies at a height: the last one that begins at it or above. */
export function lineAt(offsets: readonly number[], top: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((offsets[middle] ?? 0) <= top) low = middle
    else high = middle - 1
  }
  return low
}

/** The lines to draw: what is in view, some on either side, and the one that has the focus. */
export function linesInView(
  offsets: readonly number[],
  view: { readonly top: number; readonly height: number },
  active: number,
): readonly number[] {
  const count = offsets.length - 1
  if (count === 0) return []
  const first = Math.max(0, lineAt(offsets, view.top) - AROUND)
  const last = Math.min(count - 1, lineAt(offsets, view.top + view.height) + AROUND)
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  // A line that has the focus stays drawn: the focus would be lost with it.
  if (active < first && active >= 0) return [active, ...lines]
  return active > last && active < count ? [...lines, active] : lines
}

const AROUND = 6

/** A place in a grid. */
export type GridPlace = { readonly line: number; readonly column: number }

/** Where an arrow key leads from a place; null for keys that do not move. */
export function moved(
  key: string,
  control: boolean,
  from: GridPlace,
  size: { readonly lines: number; readonly columns: number; readonly page: number },
): GridPlace | null {
  const line = (to: number) => Math.min(size.lines - 1, Math.max(0, to))
  const column = (to: number) => Math.min(size.columns - 1, Math.max(0, to))
  switch (key) {
    case 'ArrowDown':
      return { ...from, line: line(from.line + 1) }
    case 'ArrowUp':
      return { ...from, line: line(from.line - 1) }
    case 'ArrowRight':
      return { ...from, column: column(from.column + 1) }
    case 'ArrowLeft':
      return { ...from, column: column(from.column - 1) }
    case 'PageDown':
      return { ...from, line: line(from.line + size.page) }
    case 'PageUp':
      return { ...from, line: line(from.line - size.page) }
    case 'Home':
      return { line: control ? 0 : from.line, column: 0 }
    case 'End':
      return { line: control ? line(size.lines - 1) : from.line, column: column(size.columns - 1) }
    default:
      return null
  }
}
