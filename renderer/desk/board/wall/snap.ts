import type { SheetSize } from '../../../../domain/posting/panel-space.ts'
import type { SheetSpot } from '../../../../server/posting/views.ts'

/** Grid of the wall in millimetres: what a person with a ruler can hold to. */
export const GRID = 10
// A hand that comes this near to a neighbour's edge means that edge.
const PULL = 14

const inside = (value: number, room: number) => Math.max(0, Math.min(value, Math.max(0, room)))

// The edge to go to: of all that are near enough the nearest, else the grid.
function toEdge(value: number, edges: readonly number[]): number {
  const near = edges
    .map((edge) => ({ edge, far: Math.abs(edge - value) }))
    .filter(({ far }) => far <= PULL)
    .toSorted((one, other) => one.far - other.far)[0]
  return near === undefined ? Math.round(value / GRID) * GRID : near.edge
}

/** Edges a sheet of some length can go to along one side of the panel: the frame, and its neighbours', touching or a grid apart. */
function edgesAlong(
  length: number,
  room: number,
  beside: readonly { readonly at: number; readonly length: number }[],
): readonly number[] {
  return [
    0,
    room,
    ...beside.flatMap((one) => {
      const end = one.at + one.length
      return [one.at, end, end + GRID, end - length, one.at - length, one.at - length - GRID]
    }),
  ]
}

/**
 * Where a sheet comes to lie that is let go somewhere: within the panel where it fits at all, along a neighbour's edge that is near,
 * touching it or a grid apart, else on the grid of 10 mm.
 * @example snapTo({ panelId, x: 213, y: 4, width: 210, height: 297 }, panel, [{ panelId, x: 0, y: 0, width: 210, height: 297 }])
 * // x 210, y 0
 */
export function snapTo(spot: SheetSpot, panel: SheetSize, others: readonly SheetSpot[]): SheetSpot {
  const [roomX, roomY] = [panel.width - spot.width, panel.height - spot.height]
  const beside = others.filter(({ panelId }) => panelId === spot.panelId)
  const across = beside.map(({ x, width }) => ({ at: x, length: width }))
  const down = beside.map(({ y, height }) => ({ at: y, length: height }))
  const x = toEdge(spot.x, edgesAlong(spot.width, roomX, across))
  const y = toEdge(spot.y, edgesAlong(spot.height, roomY, down))
  return { ...spot, x: inside(x, roomX), y: inside(y, roomY) }
}
