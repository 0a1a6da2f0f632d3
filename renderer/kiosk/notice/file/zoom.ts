/** Steps of size of a file on the glass; 1 is as wide as its frame. */
export const ZOOMS = [1, 1.5, 2, 3] as const
/** One step. */
export type Zoom = (typeof ZOOMS)[number]

/**
 * The next step larger (1) or smaller (-1); the ends stay where they are.
 * @example zoomStep(3, 1) // 3
 */
export function zoomStep(zoom: Zoom, by: 1 | -1): Zoom {
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(zoom) + by))] ?? 1
}
