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
  let lastMilliseconds = 0
  let counter = 0
  return {
    next: () => {
      const bytes = randomBytes(16)
      // RFC 9562 §6.2, method 1: ids of one millisecond, or of a clock that was set back, still sort by making.
      const now = nowMilliseconds()
      if (now > lastMilliseconds) {
        lastMilliseconds = now
        counter = bytes.readUInt16BE(6) & 0x7ff
      } else if (++counter > 0xfff) {
        lastMilliseconds += 1
        counter = 0
      }
      bytes.writeUIntBE(lastMilliseconds, 0, 6)
      bytes.writeUInt16BE(0x7000 | counter, 6)
      bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
      const hex = bytes.toString('hex')
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      )
    },
    secret: () => randomBytes(32).toString('base64url'),
  }
}
