const SEVEN_BITS = 0x80
const DIGITS = '0123456789abcdef'

/**
 * Writes values one behind the other in as few bytes as they need, for a code on paper.
 * @example new ByteWriter().number(300) // two bytes: ac 02
 */
export class ByteWriter {
  readonly #bytes: number[] = []

  /** Bytes written so far. */
  get size(): number {
    return this.#bytes.length
  }

  /** One byte as it is. */
  byte(value: number): void {
    this.#bytes.push(value)
  }

  /** A whole number from 0: seven bits a byte, lowest first, the high bit set in all but the last (LEB128). */
  number(value: number): void {
    let rest = value
    for (; rest >= SEVEN_BITS; rest = Math.floor(rest / SEVEN_BITS))
      this.#bytes.push((rest % SEVEN_BITS) | SEVEN_BITS)
    this.#bytes.push(rest)
  }

  /** Hex digits, two a byte. */
  hex(digits: string): void {
    for (let at = 0; at < digits.length; at += 2)
      this.#bytes.push(Number.parseInt(digits.slice(at, at + 2), 16))
  }

  /** A UUID, 16 bytes. */
  uuid(id: string): void {
    this.hex(id.replaceAll('-', ''))
  }

  /** ASCII signs, one a byte. */
  ascii(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.#bytes.push(text.charCodeAt(at))
  }

  /** What another writer holds. */
  append(other: ByteWriter): void {
    for (const byte of other.#bytes) this.#bytes.push(byte)
  }

  /** All that was written. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/**
 * Reads what `ByteWriter` wrote. Past the end it gives zeros and remembers that it failed, so that a reader asks once at the end.
 * @example new ByteReader(Uint8Array.of(0xac, 0x02)).number() // 300
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0
  #failed = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** One byte. */
  byte(): number {
    const value = this.#bytes[this.#at]
    this.#at += 1
    if (value === undefined) this.#failed = true
    return value ?? 0
  }

  /** A whole number; one that is longer than it need be, or larger than 2⁵³, fails. */
  number(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.byte()
      value += (byte % SEVEN_BITS) * scale
      if (byte < SEVEN_BITS) {
        if ((byte === 0 && scale > 1) || !Number.isSafeInteger(value)) this.#failed = true
        return this.#failed ? 0 : value
      }
      scale *= SEVEN_BITS
    }
  }

  /** So many bytes as hex digits. */
  hex(bytes: number): string {
    let digits = ''
    for (let left = bytes; left > 0; left--) {
      const byte = this.byte()
      digits += `${DIGITS[byte >> 4]}${DIGITS[byte & 15]}`
    }
    return digits
  }

  /** A UUID. */
  uuid(): string {
    const hex = this.hex(16)
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** So many ASCII signs. */
  ascii(signs: number): string {
    let text = ''
    for (let left = signs; left > 0; left--) text += String.fromCharCode(this.byte())
    return text
  }

  /** So many values as a number says, `most` at most. */
  list<T>(most: number, one: () => T): T[] {
    const values: T[] = []
    const count = this.number()
    if (count > most) this.#failed = true
    while (values.length < count && !this.#failed) values.push(one())
    return values
  }

  /** Marks what was read as something else than was expected. */
  fail(): void {
    this.#failed = true
  }

  /** True when everything fitted and nothing is left. */
  ended(): boolean {
    return !this.#failed && this.#at === this.#bytes.length
  }
}
