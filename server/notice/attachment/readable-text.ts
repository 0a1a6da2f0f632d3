import { Buffer } from 'node:buffer'

/**
 * Finds what a person could read in bytes of unknown form: camera data, macros and embedded objects mix 8-bit and
 * 16-bit texts without saying so, so each reading is tried and shows its own.
 * @example readableTexts(Buffer.from('\0\0周敏13800138000\0')) // ['周敏13800138000']
 */
export function readableTexts(bytes: Uint8Array): readonly string[] {
  const eight =
    Buffer.from(bytes)
      .toString('utf8')
      .match(/[^\p{Cc}\ufffd]{6,}/gu) ?? []
  const sixteen = [0, 1].flatMap((from) => {
    const little = evenCopy(bytes, from)
    const big = evenCopy(bytes, from).swap16()
    return [little, big].flatMap((view) => view.toString('utf16le').match(/[\u0020-\u007e]{6,}/g) ?? [])
  })
  return [...eight, ...sixteen]
}

/**
 * A copy in memory of its own: Node 24.21 corrupts its heap and aborts when 16-bit text is read at an odd address.
 */
function evenCopy(bytes: Uint8Array, from: number): Buffer {
  const length = Math.max(0, bytes.length - from)
  const copy = new Uint8Array(length - (length % 2))
  copy.set(bytes.subarray(from, from + copy.length))
  return Buffer.from(copy.buffer)
}
