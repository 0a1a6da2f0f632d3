import { Buffer } from 'node:buffer'

/**
 * Finds what a person could read in bytes of unknown form: camera data, macros and embedded objects mix 8-bit and
 * 16-bit texts without saying so, so each reading is tried and shows its own.
 * @example readableTexts(Buffer.from('\0\0周敏13800138000\0')) // ['周敏13800138000']
 */
export function readableTexts(bytes: Uint8Array): readonly string[] {
  const part = Buffer.from(bytes)
  const eight = part.toString('utf8').match(/[^\p{Cc}\ufffd]{6,}/gu) ?? []
  const sixteen = [part, part.subarray(1)].flatMap((view) => {
    const even = view.subarray(0, view.length - (view.length % 2))
    const swapped = Buffer.from(even).swap16()
    return [even, swapped].flatMap(
      (reading) => reading.toString('utf16le').match(/[\u0020-\u007e]{6,}/g) ?? [],
    )
  })
  return [...eight, ...sixteen]
}
