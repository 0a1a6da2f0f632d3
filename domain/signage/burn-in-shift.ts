// Around the middle and back through it, so that no edge stands on one line for longer than a few minutes.
const PATH = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const

/**
 * Where the picture stands in a minute, against burn-in: at most `most` pixels from the middle each way.
 * @example burnInShift(1, 6) // { x: 6, y: 0 }
 */
export function burnInShift(minute: number, most: number): { readonly x: number; readonly y: number } {
  const [x, y] = PATH[((Math.trunc(minute) % PATH.length) + PATH.length) % PATH.length] ?? PATH[0]
  return { x: x * most, y: y * most }
}
