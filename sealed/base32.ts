const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Writes bytes in Base32 (RFC 4648 §6) without padding: signs that a QR code packs tightly and a scanner that plays keyboard types right.
 * @example toBase32(Buffer.from('fo')) // 'MZXQ'
 */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += SIGNS[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + SIGNS[(held << (5 - bits)) & 31]
}

/**
 * Reads Base32 without padding; null when a sign is none of it, or when it is not the one way to write these bytes.
 * @example fromBase32('MZXQ') // 'fo' as bytes
 */
export function fromBase32(text: string): Buffer | null {
  const bytes = Buffer.alloc(Math.floor((text.length * 5) / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const sign of text) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  return bits < 5 && held === 0 ? bytes : null
}
