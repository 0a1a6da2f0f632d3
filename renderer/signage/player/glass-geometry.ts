import { isCoarse } from '../../../domain/signage/legible-type.ts'
import type { ScreenGeometry } from '../../../domain/signage/screen.ts'

/**
 * The geometry the page really draws on: the size in millimetres is the register's, the pixels are those of the page, for a
 * television may be driven at another resolution or turned upright. An LED wall keeps its own: its sender shows as many pixels of the
 * upper left corner as it has.
 * @example glassGeometry(geometry, { width: 1080, height: 1920 }).millimetreWidth // 535
 */
export function glassGeometry(
  geometry: ScreenGeometry,
  page: { readonly width: number; readonly height: number },
): ScreenGeometry {
  if (isCoarse(geometry) || page.width < 1 || page.height < 1) return geometry
  const isTurned = geometry.pixelWidth > geometry.pixelHeight !== page.width > page.height
  const { millimetreWidth, millimetreHeight } = geometry
  return {
    ...geometry,
    pixelWidth: page.width,
    pixelHeight: page.height,
    millimetreWidth: isTurned ? millimetreHeight : millimetreWidth,
    millimetreHeight: isTurned ? millimetreWidth : millimetreHeight,
  }
}
