import { createHash } from 'node:crypto'

/** Rows go into one piece until a row whose key says so, so that a row added or gone changes one piece and not all after it. */
export type ChunkSize = { readonly usual: number; readonly most: number }

/** Small rows. */
export const SMALL_ROWS: ChunkSize = { usual: 2048, most: 8192 }
/** Rows with whole texts in them. */
export const LARGE_ROWS: ChunkSize = { usual: 256, most: 1024 }

/**
 * Cuts rows into chunks by their keys alone.
 * @example [...chunksOf(rows, (row) => String(row.id), LARGE_ROWS)]
 */
export function* chunksOf<Row>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
  { usual, most }: ChunkSize,
): Generator<readonly Row[]> {
  let chunk: Row[] = []
  for (const row of rows) {
    chunk.push(row)
    const mark = createHash('sha256').update(keyOf(row)).digest().readUInt32BE(0)
    if (mark % usual === 0 || chunk.length >= most) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
