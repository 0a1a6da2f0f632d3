import { Buffer } from 'node:buffer'

/** A JPEG without its remarks, and the segments that were taken out. */
export type StrippedJpeg = { readonly bytes: Uint8Array; readonly removed: readonly Uint8Array[] }

/**
 * Takes camera data, remarks and other application segments out of a JPEG without drawing it anew; colour segments
 * (JFIF, Adobe) stay, because without them a picture inside a PDF changes its colours. Null when it is no JPEG.
 * @example withoutJpegMetadata(bytes)?.removed.length // 1
 */
export function withoutJpegMetadata(bytes: Uint8Array): StrippedJpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  const removed: Uint8Array[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    // The picture itself begins with the scan; from here on nothing is a remark.
    if (marker === 0xda) {
      kept.push(bytes.subarray(at))
      return { bytes: Buffer.concat(kept), removed }
    }
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    const isApplication = marker >= 0xe0 && marker <= 0xef
    const isRemark = marker === 0xfe || (isApplication && marker !== 0xe0 && marker !== 0xee)
    const segment = bytes.subarray(at, end)
    if (isRemark) removed.push(segment)
    else kept.push(segment)
    at = end
  }
  return null
}
