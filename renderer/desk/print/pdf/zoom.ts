import type { PageSize } from './open-pdf.ts'

/** How large pages are shown: as wide as the room, whole in the room, or a share of their real size. */
export type Zoom = 'WIDTH' | 'PAGE' | number

/** Steps of the zoom keys, as shares of the real size. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

const CSS_PIXELS_PER_POINT = 96 / 72
/** Room around a page, in CSS pixels. */
const AROUND = 32

/** Room that pages are shown in, in CSS pixels. */
export type Room = { readonly width: number; readonly height: number }

/**
 * Width of a page on the screen, in CSS pixels.
 * @example pageWidth(1, { width: 595, height: 842 }, room) // 793
 */
export function pageWidth(zoom: Zoom, size: PageSize, room: Room): number {
  const wide = Math.max(0, room.width - AROUND)
  if (zoom === 'WIDTH') return Math.floor(wide)
  if (zoom === 'PAGE') {
    const high = Math.max(0, room.height - AROUND)
    return Math.floor(Math.min(wide, (high * size.width) / size.height))
  }
  return Math.floor(size.width * CSS_PIXELS_PER_POINT * zoom)
}

/**
 * Share of its real size at which a page of so many CSS pixels is shown.
 * @example shareOf(793, { width: 595, height: 842 }) // about 1
 */
export function shareOf(width: number, size: PageSize): number {
  return width / (size.width * CSS_PIXELS_PER_POINT)
}

/**
 * The next larger (1) or smaller (-1) step from what is shown now; the last one stays.
 * @example nextStep(0.9, 1) // 1
 */
export function nextStep(share: number, direction: 1 | -1): number {
  // A hair of difference from rounding must not count as a step.
  const near = 0.005
  if (direction === 1) return STEPS.find((step) => step > share + near) ?? 4
  return STEPS.findLast((step) => step < share - near) ?? 0.25
}
