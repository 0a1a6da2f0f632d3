import { randomBytes } from 'node:crypto'

/** Makes ids; tests put their own in. */
export type Ids = {
  /** A UUIDv7 (RFC 9562 §5.7): sorts by time of making. */
  readonly next: () => string
  /** A secret of 256 random bits, base64url. */
  readonly secret: () => string
}

/**
 * Ids from the system's randomness.
 * @example randomIds(() => Date.now()).next() // '0193…-7…'
 */
export function randomIds(nowMilliseconds: () => number): Ids {
  return {
    next: () => {
      const bytes = randomBytes(16)
      bytes.writeUIntBE(nowMilliseconds(), 0, 6)
      bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
      bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
      const hex = bytes.toString('hex')
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    },
    secret: () => randomBytes(32).toString('base64url'),
  }
}
