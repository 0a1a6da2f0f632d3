/** Columns of one part of a split table, from 0: the repeated ones first. */
export type ColumnPart = readonly number[]

/** A table's columns as far as splitting it goes: widths in any unit, and columns that a span holds together. */
export type SplitTable = {
  readonly widths: readonly number[]
  /** How many leading columns say what a row is about, and are repeated in every part. */
  readonly keys: number
  /** Spans of columns from–to (both within) that must not be cut. */
  readonly spans: readonly (readonly [number, number])[]
}

/** Runs of columns behind the repeated ones that stay together. */
function runsOf({ widths, keys, spans }: SplitTable): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (let column = keys; column < widths.length; column += 1) {
    const held = spans.some(([from, to]) => from < column && column <= to && column > keys)
    const last = runs.at(-1)
    if (held && last) last.push(column)
    else runs.push([column])
  }
  return runs
}

function fill(
  runs: readonly (readonly number[])[],
  widthOf: (run: readonly number[]) => number,
  room: number,
): readonly (readonly number[])[] {
  const parts: number[][] = []
  let left = 0
  for (const run of runs) {
    const width = widthOf(run)
    const last = parts.at(-1)
    if (last && width <= left) last.push(...run)
    else {
      parts.push([...run])
      left = room
    }
    left -= width
  }
  return parts
}

const STEPS = 20

/**
 * Cuts the columns of a table into as few parts as there is room for, of about the same width, each with the leading columns
 * in front; null where a span cannot be cut, or not even one column fits beside the leading ones.
 * @example columnParts({ widths: [1, 4, 4, 4], keys: 1, spans: [] }, 9) // [[0, 1, 2], [0, 3]]
 */
export function columnParts(table: SplitTable, room: number): readonly ColumnPart[] | null {
  const { widths, keys, spans } = table
  const width = (columns: readonly number[]) => columns.reduce((sum, one) => sum + (widths[one] ?? 0), 0)
  const leading = Array.from({ length: keys }, (_, column) => column)
  const beside = room - width(leading)
  const runs = runsOf(table)
  // A span over a leading column and others would be cut by the very repeating.
  if (spans.some(([from, to]) => from < keys && to >= keys)) return null
  if (runs.length === 0 || runs.some((run) => width(run) > beside)) return null
  const count = fill(runs, width, beside).length
  const even = runs.reduce((sum, run) => sum + width(run), 0) / count
  for (let step = 0; step <= STEPS; step += 1) {
    const parts = fill(runs, width, Math.min(beside, even + ((beside - even) * step) / STEPS))
    if (parts.length === count) return parts.map((part) => [...leading, ...part])
  }
  return null
}
