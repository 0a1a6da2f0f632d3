type Tree = unknown

function isRow(value: Tree): value is { readonly indexNumber: string } {
  return typeof value === 'object' && value !== null && 'indexNumber' in value
}

/**
 * An answer without the rows of notices that were taken down: out of every list in it, at whatever depth. The same object again
 * where none is in it, so that nothing is drawn anew for nothing.
 * @example withoutWithdrawn({ items: [{ indexNumber: 'a' }, { indexNumber: 'b' }] }, new Set(['a'])) // { items: [{ indexNumber: 'b' }] }
 */
export function withoutWithdrawn<T>(answer: T, gone: ReadonlySet<string>): T {
  return strip(answer, gone) as T
}

function strip(value: Tree, gone: ReadonlySet<string>): Tree {
  if (Array.isArray(value)) {
    const kept = value
      .filter((one) => !isRow(one) || !gone.has(one.indexNumber))
      .map((one) => strip(one, gone))
    return kept.length === value.length && kept.every((one, place) => one === value[place]) ? value : kept
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const stripped = entries.map(([key, one]) => [key, strip(one, gone)] as const)
  return stripped.every(([, one], place) => one === entries[place]?.[1])
    ? value
    : Object.fromEntries(stripped)
}

/** Whether an answer is a notice or an edition that was taken down, as a whole. */
export function isWithdrawn(answer: unknown, gone: ReadonlySet<string>): boolean {
  return isRow(answer) && gone.has(answer.indexNumber)
}
