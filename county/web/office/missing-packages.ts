/** More would only fill the line; the first ones say where to begin to ask. */
const MOST = 20

/**
 * Which packages are missing by number: those between the newest that was taken in and the newest that waits. A clock orders nothing.
 * @example missingPackages(4, [6, 9]) // [5, 7, 8]
 */
export function missingPackages(held: number, waiting: readonly number[]): readonly number[] {
  const here = new Set(waiting)
  const last = Math.max(held, ...waiting)
  const missing: number[] = []
  for (let number = held + 1; number < last && missing.length < MOST; number += 1) {
    if (!here.has(number)) missing.push(number)
  }
  return missing
}
