import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'

/** Largest a single stream of a PDF may unfold to: a page scanned in colour at 600 dpi is about 100 MB. */
const LARGEST_STREAM = 200 * 1024 * 1024
/** Deflate shrinks by 1032 at best, so a smaller stream cannot pass the limit. */
const SMALLEST_SUSPECT = Math.floor(LARGEST_STREAM / 1032)
const ZLIB_MARK = 0x78

/**
 * Says whether a stream of a PDF unfolds beyond reason. Looked at before any PDF library opens the file, because
 * libraries unfold whole streams into memory and would take the server down with them.
 * @example isPdfBomb(bytes) // false
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    const start = content[at + 6] === 0x0d ? at + 8 : at + 7
    if (content[start] !== ZLIB_MARK) continue
    const end = content.indexOf('endstream', start)
    const stream = content.subarray(start, end < 0 ? content.length : end)
    if (stream.length >= SMALLEST_SUSPECT && unfoldsTooFar(stream)) return true
  }
  return false
}

function unfoldsTooFar(stream: Buffer): boolean {
  try {
    inflateSync(stream, { maxOutputLength: LARGEST_STREAM })
    return false
  } catch (error) {
    // Anything else is a broken stream, which is for the PDF reader to judge.
    return error instanceof RangeError
  }
}
