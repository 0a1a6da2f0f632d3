import { accept, refuse, type Result } from '../refusal.ts'

/** A panel of a board, in millimetres; panels stand beside each other in the order of `position`. */
export type Panel = {
  readonly id: string
  readonly position: number
  readonly width: number
  readonly height: number
}

/** Where a sheet lies on a panel: upper left corner and size, in millimetres. */
export type Spot = {
  readonly panelId: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Size of a sheet, in millimetres. */
export type SheetSize = { readonly width: number; readonly height: number }

/** A4 and A3 as they are hung most. */
export const A4_PORTRAIT: SheetSize = { width: 210, height: 297 }
/** A3 upright. */
export const A3_PORTRAIT: SheetSize = { width: 297, height: 420 }

// Room for fingers and pins between sheets, and to the frame.
const GAP = 10
// No board takes more; it bounds the search on a panel somebody made 20 m wide.
const MOST = 500

function overlaps(one: Spot, other: Spot, gap = 0): boolean {
  return (
    one.panelId === other.panelId &&
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  )
}

/**
 * Whether a sheet can lie there: on a panel of the board, wholly inside it, over no other sheet. Refuses `board.panel-not-found`,
 * `posting.spot-outside`, `posting.spot-taken`.
 * @example checkSpot({ panelId, x: 0, y: 0, width: 210, height: 297 }, [panel], [])
 */
export function checkSpot(spot: Spot, panels: readonly Panel[], others: readonly Spot[]): Result<Spot> {
  const panel = panels.find(({ id }) => id === spot.panelId)
  if (!panel) return refuse('board.panel-not-found')
  const inside =
    spot.x >= 0 && spot.y >= 0 && spot.x + spot.width <= panel.width && spot.y + spot.height <= panel.height
  if (!inside) return refuse('posting.spot-outside', { width: panel.width, height: panel.height })
  return others.some((other) => overlaps(spot, other)) ? refuse('posting.spot-taken') : accept(spot)
}

/** The first free place on a panel, from the top, from the left: beside or below what hangs. */
function freeSpot(panel: Panel, size: SheetSize, taken: readonly Spot[]): Spot | null {
  const here = taken.filter(({ panelId }) => panelId === panel.id)
  const ascending = (values: readonly number[]) => [...new Set(values)].toSorted((one, other) => one - other)
  const downs = ascending([GAP, ...here.map(({ y, height }) => y + height + GAP)])
  const acrosses = ascending([GAP, ...here.map(({ x, width }) => x + width + GAP)])
  for (const y of downs) {
    if (y + size.height + GAP > panel.height) break
    for (const x of acrosses) {
      if (x + size.width + GAP > panel.width) break
      const spot = { panelId: panel.id, x, y, ...size }
      if (!here.some((other) => overlaps(spot, other, GAP))) return spot
    }
  }
  return null
}

/**
 * A free place for a sheet, panel by panel, from the top, from the left, with room for fingers around it; null when the board
 * has none left.
 * @example suggestSpot([{ id: 'a', position: 0, width: 1200, height: 900 }], [], A4_PORTRAIT)?.x // 10
 */
export function suggestSpot(panels: readonly Panel[], taken: readonly Spot[], size: SheetSize): Spot | null {
  for (const panel of panels.toSorted((one, other) => one.position - other.position)) {
    const spot = freeSpot(panel, size, taken)
    if (spot) return spot
  }
  return null
}

/**
 * How many further sheets of a size a panel would take beside what hangs, without moving anything.
 * @example freePlaces({ id: 'a', position: 0, width: 1200, height: 900 }, [], A4_PORTRAIT) // 10
 */
export function freePlaces(panel: Panel, taken: readonly Spot[], size: SheetSize): number {
  const filled = [...taken]
  for (let count = 0; count < MOST; count++) {
    const spot = freeSpot(panel, size, filled)
    if (!spot) return count
    filled.push(spot)
  }
  return MOST
}

/**
 * The order in which sheets are hung, printed and read: panel by panel, from the top, from the left; those without a place come
 * last, in the order given.
 * @example inHangingOrder([{ spot: low }, { spot: high }], panels)[0]?.spot // high
 */
export function inHangingOrder<Sheet extends { readonly spot: Spot | null }>(
  sheets: readonly Sheet[],
  panels: readonly Panel[],
): readonly Sheet[] {
  const position = new Map(panels.map((panel) => [panel.id, panel.position]))
  const last = Number.MAX_SAFE_INTEGER
  return sheets.toSorted((one, other) => {
    const [a, b] = [one.spot, other.spot]
    if (!a || !b) return Number(!a) - Number(!b)
    const panel = (position.get(a.panelId) ?? last) - (position.get(b.panelId) ?? last)
    return panel || a.y - b.y || a.x - b.x
  })
}
