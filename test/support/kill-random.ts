/** Random numbers that can be drawn again from the same seed: a failing round can be replayed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed of this run: `BOARD_SEED` to replay one, else a new one. */
export function seedOfRun(): number {
  const wanted = process.env['BOARD_SEED']
  return wanted === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(wanted)
}
