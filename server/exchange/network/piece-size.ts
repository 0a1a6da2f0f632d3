/** How much of a package goes in one request. */
export type PieceSize = {
  /** Bytes. */
  readonly now: () => number
  /** One came through. */
  readonly came: () => void
  /** The line broke on one. */
  readonly broke: () => void
}

const LEAST = 16 * 1024

/**
 * Reckons with the line: a quarter after each that broke, double after each that came through, at most `most`. What is on its way when a
 * line breaks may be lost, and on a line that lives for seconds only small pieces are ever confirmed.
 * @example const piece = pieceSize(4 * 1024 * 1024); piece.now()
 */
export function pieceSize(most: number): PieceSize {
  const least = Math.min(LEAST, most)
  let size = most
  return {
    now: () => size,
    came: () => {
      size = Math.min(most, size * 2)
    },
    broke: () => {
      size = Math.max(least, Math.floor(size / 4))
    },
  }
}
