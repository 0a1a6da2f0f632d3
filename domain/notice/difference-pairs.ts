import { alignedPieces } from './difference-runs.ts'

/** An entry that stays, comes, goes, or stands in place of another one. */
export type Pairing<T> =
  | { readonly kind: 'KEPT' | 'CHANGED'; readonly before: T; readonly after: T }
  | { readonly kind: 'ADDED'; readonly after: T }
  | { readonly kind: 'REMOVED'; readonly before: T }

/** How entries are compared. */
export type Comparison<T> = {
  readonly key: (entry: T) => string
  /** How much two entries have in common, 0 to 1; 0 keeps them apart. */
  readonly like: (one: T, other: T) => number
  /** From where on one counts as the other rewritten. */
  readonly enough: number
}

// A gap compares each with each; in a larger one each is only held against the one in its place.
const LARGEST_GAP = 10_000

/**
 * Pairs the entries of two lists in order: the same ones first, and between them those that are alike.
 * @example pairedInOrder(['a'], ['b'], { key: String, like: () => 0, enough: 0.5 }) // removed a, added b
 */
export function pairedInOrder<T>(
  before: readonly T[],
  after: readonly T[],
  by: Comparison<T>,
): readonly Pairing<T>[] {
  const keyed = (entry: T) => ({ entry, key: by.key(entry) })
  const pieces = alignedPieces(before.map(keyed), after.map(keyed), (one, other) => one.key === other.key)
  const result: Pairing<T>[] = []
  let removed: T[] = []
  let added: T[] = []
  let position = 0
  const close = () => {
    result.push(...pairedGap(removed, added, by))
    removed = []
    added = []
  }
  for (const { kind, items } of pieces) {
    const entries = items.map(({ entry }) => entry)
    if (kind === 'ADDED') added.push(...entries)
    else {
      const old = before.slice(position, position + entries.length)
      position += entries.length
      if (kind === 'REMOVED') removed.push(...old)
      else {
        close()
        result.push(
          ...entries.map((entry, at) => ({ kind, before: old[at] as T, after: entry }) satisfies Pairing<T>),
        )
      }
    }
  }
  close()
  return result
}

// The best sum of likeness that keeps the order, as in any alignment of two sequences.
function pairedGap<T>(removed: readonly T[], added: readonly T[], by: Comparison<T>): readonly Pairing<T>[] {
  const alone: readonly Pairing<T>[] = [
    ...removed.map((before) => ({ kind: 'REMOVED' as const, before })),
    ...added.map((after) => ({ kind: 'ADDED' as const, after })),
  ]
  if (removed.length === 0 || added.length === 0) return alone
  if (removed.length * added.length > LARGEST_GAP) return pairedByPlace(removed, added, by)
  const width = added.length + 1
  const like = removed.map((one) => added.map((other) => by.like(one, other)))
  const best = new Float64Array((removed.length + 1) * width)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  const gain = (row: number, column: number) => {
    const value = like[row]?.[column] ?? 0
    return value >= by.enough ? value : -1
  }
  for (let row = removed.length - 1; row >= 0; row -= 1) {
    for (let column = added.length - 1; column >= 0; column -= 1) {
      const paired = gain(row, column)
      best[row * width + column] = Math.max(
        at(row + 1, column),
        at(row, column + 1),
        paired < 0 ? 0 : paired + at(row + 1, column + 1),
      )
    }
  }
  const result: Pairing<T>[] = []
  let row = 0
  let column = 0
  while (row < removed.length || column < added.length) {
    const paired = row < removed.length && column < added.length ? gain(row, column) : -1
    if (paired >= 0 && at(row, column) === paired + at(row + 1, column + 1)) {
      result.push({ kind: 'CHANGED', before: removed[row] as T, after: added[column] as T })
      row += 1
      column += 1
    } else if (
      row < removed.length &&
      (column === added.length || at(row + 1, column) >= at(row, column + 1))
    ) {
      result.push({ kind: 'REMOVED', before: removed[row] as T })
      row += 1
    } else {
      result.push({ kind: 'ADDED', after: added[column] as T })
      column += 1
    }
  }
  return result
}

// A list whose every sum has risen: as many entries as before, each of them the one in its place rewritten.
function pairedByPlace<T>(
  removed: readonly T[],
  added: readonly T[],
  by: Comparison<T>,
): readonly Pairing<T>[] {
  const both = Math.min(removed.length, added.length)
  const result: Pairing<T>[] = []
  for (let at = 0; at < both; at += 1) {
    const [before, after] = [removed[at] as T, added[at] as T]
    if (by.like(before, after) >= by.enough) result.push({ kind: 'CHANGED', before, after })
    else result.push({ kind: 'REMOVED', before }, { kind: 'ADDED', after })
  }
  return [
    ...result,
    ...removed.slice(both).map((before) => ({ kind: 'REMOVED' as const, before })),
    ...added.slice(both).map((after) => ({ kind: 'ADDED' as const, after })),
  ]
}
