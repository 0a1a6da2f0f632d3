import type { ScreenGeometry } from './screen.ts'

/** A phone tells the squares of a code apart from this many pixels each [K]. */
export const LEAST_MODULE_PIXELS = 3

/** A code is read from as far as ten times its side [K]. */
export const CODE_REACH = 10

/**
 * Side of a code in whole pixels a square, its quiet zone included, large enough to be read from where people stand; null when the
 * room is too small, so that no code is drawn that nobody could read. `modules` counts the quiet zone.
 * @example codeSide(geometry, 49, { width: 1000, height: 1000 }) // 637 on 43 inches read from 3 m
 */
export function codeSide(
  geometry: ScreenGeometry,
  modules: number,
  room: { readonly width: number; readonly height: number },
): number | null {
  const perMillimetre = Math.max(
    geometry.pixelWidth / geometry.millimetreWidth,
    geometry.pixelHeight / geometry.millimetreHeight,
  )
  const wanted = (geometry.viewingDistanceMillimetres / CODE_REACH) * perMillimetre
  const side = Math.max(LEAST_MODULE_PIXELS, Math.ceil(wanted / modules)) * modules
  return side <= Math.min(room.width, room.height) ? side : null
}

// ISO/IEC 18004, error level M, bytes: what each version holds.
const CAPACITY = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412] as const
const QUIET = 8

/**
 * Squares a side of a code for a text of so many bytes, its quiet zone of four on each side included.
 * @example codeModules(100) // 49
 */
export function codeModules(bytes: number): number {
  const version = CAPACITY.findIndex((capacity) => bytes <= capacity) + 1
  return 17 + 4 * (version === 0 ? CAPACITY.length + 1 : version) + QUIET
}
