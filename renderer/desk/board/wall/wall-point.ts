import type { SheetSize } from '../../../../domain/posting/panel-space.ts'
import type { SheetSpot } from '../../../../server/posting/views.ts'
import { snapTo } from './snap.ts'
import { panelAt, type Wall } from './wall-layout.ts'

/** A point on the wall, in millimetres from the upper left of the first panel. */
export type WallPoint = { readonly x: number; readonly y: number }

/**
 * Where a sheet would come to lie whose upper left corner is held at a point: on the panel its middle is over. A hand clearly beside or
 * below the panels lays it nowhere: null.
 */
export function spotAt(
  corner: WallPoint,
  size: SheetSize,
  wall: Wall,
  others: readonly SheetSpot[],
): SheetSpot | null {
  const middle = { x: corner.x + size.width / 2, y: corner.y + size.height / 2 }
  const panel = panelAt(wall, middle.x)
  if (panel === null) return null
  const away =
    middle.x < panel.left - size.width ||
    middle.x > panel.left + panel.width + size.width ||
    middle.y < -size.height / 2 ||
    middle.y > panel.height + size.height / 2
  if (away) return null
  return snapTo({ panelId: panel.id, x: corner.x - panel.left, y: corner.y, ...size }, panel, others)
}
