import type { PanelView } from '../../../../server/posting/views.ts'

/** Room drawn between two panels, in millimetres: enough to see that they are two. */
export const PANEL_GAP = 60

/** A panel with where its left edge is drawn. */
export type WallPanel = PanelView & { readonly left: number }

/** The panels of a board beside each other, in millimetres. */
export type Wall = { readonly panels: readonly WallPanel[]; readonly width: number; readonly height: number }

/**
 * Stands the panels beside each other in their order, their upper edges on one line.
 * @example wallOf([{ ...panel, width: 1200 }, { ...panel, width: 900 }]).width // 2160
 */
export function wallOf(panels: readonly PanelView[]): Wall {
  let left = 0
  const placed = panels
    .toSorted((one, other) => one.position - other.position)
    .map((panel) => {
      const here = { ...panel, left }
      left += panel.width + PANEL_GAP
      return here
    })
  return {
    panels: placed,
    width: Math.max(left - PANEL_GAP, 0),
    height: Math.max(0, ...panels.map(({ height }) => height)),
  }
}

/** The panel a point along the wall belongs to; between two, the nearer one. */
export function panelAt(wall: Wall, x: number): WallPanel | null {
  const distance = ({ left, width }: WallPanel) => (x < left ? left - x : Math.max(0, x - left - width))
  return wall.panels.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}

// A4 is then 76 × 107 pixels: a title in three lines can still be read.
const READABLE = 0.36
const LARGEST = 0.6

/** How large the wall is drawn. */
export type Zoom = 'FIT' | 'LARGE'

/** Pixels a millimetre: the whole wall in the room there is, or so large that titles can be read. */
export function scaleOf(
  wall: Wall,
  room: { readonly width: number; readonly height: number },
  zoom: Zoom,
): number {
  if (wall.width === 0 || wall.height === 0) return READABLE
  const fit = Math.min(room.width / wall.width, room.height / wall.height, LARGEST)
  return zoom === 'FIT' ? fit : Math.max(fit * 1.6, READABLE)
}
