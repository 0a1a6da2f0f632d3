import { create } from 'qrcode'

/** A code as a path in a square of `size` modules, the quiet zone included. */
export type QrDrawing = { readonly size: number; readonly path: string }

/** Light margin around the code, in modules (ISO/IEC 18004 asks for four). */
export const QUIET_ZONE = 4

/**
 * Draws a code with error level M, or L for what is shown on a screen and long.
 * @example qrDrawing('https://board/1').size // 33
 */
export function qrDrawing(text: string, errorCorrectionLevel: 'L' | 'M' = 'M'): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel })
  const squares: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column))
        squares.push(`M${String(column + QUIET_ZONE)} ${String(row + QUIET_ZONE)}h1v1h-1z`)
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: squares.join('') }
}
