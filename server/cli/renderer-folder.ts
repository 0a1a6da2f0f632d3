import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the built screens lie: beside the build when this runs built, in `out/` when it runs from a checkout.
 * @example rendererFolder() // '/work/board/out/renderer'
 */
export function rendererFolder(): string {
  const fromCheckout = join(import.meta.dirname, '..', '..', 'out', 'renderer')
  return existsSync(fromCheckout) ? fromCheckout : join(import.meta.dirname, '..', '..', 'renderer')
}
