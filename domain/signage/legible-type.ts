import type { ScreenGeometry } from './screen.ts'

/**
 * Height of a Han character's ink against the size of its type: 国 measures 0.875 in the face of whole pixels, 0.89 to 0.95 in Noto
 * Sans SC and Noto Serif SC; faces of Windows are near that [K]. The smallest figure, so that the ink is never below the rule.
 */
export const HAN_INK = 0.875

/** Pixels a Han character needs for its strokes to stay apart, and the least with which most can be told [K]. */
export const HAN_PIXELS = { wanted: 16, least: 12 } as const

/** An LED wall has less than this in its longer side; its type stands on whole pixels and is light on black. */
export const COARSE_PIXELS = 640

/** Sizes in which the face of whole pixels has no half ones are multiples of this. */
export const PIXEL_FACE = 16

/** Type as a screen must set it. */
export type LegibleType = {
  /** Height of a Han character on the wall. */
  readonly glyphMillimetres: number
  /** The same in the screen's pixels, as the angle wants it. */
  readonly glyphPixels: number
  /** Size of the type in whole pixels, never less than both rules want. */
  readonly fontPixels: number
  /** What decides: how far away it is read, or how few pixels there are. */
  readonly decidedBy: 'DISTANCE' | 'PIXELS'
}

/**
 * How high a character must be to subtend an angle: 2 · d · tan(θ / 2), in the unit of the distance.
 * @example heightAt(600, 0.7) // 7.33, the 7.3 mm of EN 301 549 clause 5.1.4
 */
export function heightAt(distance: number, degrees: number): number {
  return 2 * distance * Math.tan((degrees * Math.PI) / 360)
}

/**
 * Whether a screen is an LED wall as far as drawing goes: so few pixels that every one is seen.
 * @example isCoarse({ ...geometry, pixelWidth: 192, pixelHeight: 96 }) // true
 */
export function isCoarse(geometry: Pick<ScreenGeometry, 'pixelWidth' | 'pixelHeight'>): boolean {
  return Math.max(geometry.pixelWidth, geometry.pixelHeight) < COARSE_PIXELS
}

/**
 * The smallest type a screen may set: a Han character subtends `leastDegrees` at the viewing distance (EN 301 549 clause 5.1.4
 * asks 0.7° of a capital H, which is smaller than a Han character of the same type), and has the pixels its strokes need. Where
 * a screen is not high enough for two lines of sixteen pixels, twelve do.
 * @example leastType({ pixelWidth: 1920, pixelHeight: 1080, millimetreWidth: 952, millimetreHeight: 535, viewingDistanceMillimetres: 3000, leastDegrees: 0.7 }).fontPixels // 85
 */
export function leastType(geometry: ScreenGeometry): LegibleType {
  const { pixelWidth, pixelHeight, millimetreWidth, millimetreHeight } = geometry
  const glyphMillimetres = heightAt(geometry.viewingDistanceMillimetres, geometry.leastDegrees)
  // The side on which a millimetre has fewer pixels would make the type too small on the other: the larger figure counts.
  const perMillimetre = Math.max(pixelWidth / millimetreWidth, pixelHeight / millimetreHeight)
  const glyphPixels = glyphMillimetres * perMillimetre
  const byDistance = Math.ceil(glyphPixels / HAN_INK)
  const byPixels =
    Math.min(pixelWidth, pixelHeight) < 2 * HAN_PIXELS.wanted ? HAN_PIXELS.least : HAN_PIXELS.wanted
  return {
    glyphMillimetres,
    glyphPixels,
    fontPixels: Math.max(byDistance, byPixels),
    decidedBy: byDistance >= byPixels ? 'DISTANCE' : 'PIXELS',
  }
}
