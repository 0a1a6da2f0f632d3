import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Span } from './zip-spans.ts'

/** Bytes at a time: copies of pieces lie in memory until the next collection of garbage, and ones of a megabyte would be dozens by then. */
const PIECE = 1 << 16
const LINE_END = 0x0a

/** One line without its end, and where it lies in the file. Its bytes are valid until the next one is asked for. */
export type Line = { readonly bytes: Buffer; readonly from: number; readonly to: number }

/** Why a file of lines ends before its bytes do. */
export type LineFault = {
  readonly fault: 'TOO_LONG' | 'NOT_ENDED'
  readonly from: number
  readonly to: number
}

/** SHA-256 and CRC-32 of bytes that go by in pieces. */
export class PassingSum {
  readonly #hash = createHash('sha256')
  #crc = 0

  add(piece: Uint8Array): void {
    this.#hash.update(piece)
    this.#crc = crc32(piece, this.#crc)
  }

  /** True when what went by is what is expected; to be asked once, at the end. */
  is(sha256: string, span: Span): boolean {
    return this.#hash.digest('hex') === sha256 && this.#crc === span.crc
  }
}

/**
 * A buffer that the pieces of so many bytes are read into.
 * @example readPieces(file, span, pieceBuffer(size))
 */
export function pieceBuffer(bytes: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.max(1, Math.min(PIECE, bytes)))
}

/**
 * Reads a span of a file in pieces that are used again: a piece is valid until the next one is asked for. `buffer`: where many spans are read, one for
 * all of them; a new one for each would lie in memory until the next collection of garbage.
 * @example for await (const piece of readPieces(file, span)) hash.update(piece)
 */
export async function* readPieces(
  file: FileHandle,
  span: { readonly from: number; readonly to: number },
  buffer = pieceBuffer(span.to - span.from),
): AsyncGenerator<Buffer> {
  for (let at = span.from; at < span.to;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, span.to - at), at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

/**
 * Reads the lines of a span one after the other; the last must be ended too. Gives a fault in the place of a line longer than `lineBytes`
 * or without an end, and ends there. `sum` sees every byte.
 * @example for await (const line of readLines(file, span, 16_777_216, new PassingSum())) …
 */
export async function* readLines(
  file: FileHandle,
  span: Span,
  lineBytes: number,
  sum: PassingSum,
): AsyncGenerator<Line | LineFault> {
  // The beginning of the line that a later piece will end: joined once, however many pieces it has.
  let begun: Buffer[] = []
  let length = 0
  let from = span.from
  for await (const piece of readPieces(file, span)) {
    sum.add(piece)
    let at = 0
    for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, at)) {
      const part = piece.subarray(at, end)
      const to = from + length + part.length
      if (to - from > lineBytes) return yield { fault: 'TOO_LONG', from, to }
      yield { bytes: length === 0 ? part : Buffer.concat([...begun, part]), from, to }
      begun = []
      length = 0
      from = to + 1
      at = end + 1
    }
    if (at === piece.length) continue
    // A copy, because the piece is used again.
    begun.push(Buffer.from(piece.subarray(at)))
    length += piece.length - at
    if (length > lineBytes) return yield { fault: 'TOO_LONG', from, to: from + length }
  }
  if (length > 0) yield { fault: 'NOT_ENDED', from, to: from + length }
}
