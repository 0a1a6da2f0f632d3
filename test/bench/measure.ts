/** Middle and slow end of a list of durations in milliseconds. */
export type Spread = { readonly p50: number; readonly p95: number; readonly worst: number }

/** Sorts durations and reads the middle and the slow end. */
export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = [...milliseconds].sort((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), worst: at(1) }
}

/** Runs a piece of work once for each input and measures each run. */
export function timeEach<T>(inputs: readonly T[], work: (input: T) => void): Spread {
  return spreadOf(
    inputs.map((input) => {
      const from = performance.now()
      work(input)
      return performance.now() - from
    }),
  )
}
