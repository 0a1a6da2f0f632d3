import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { directoryRecord, endRecords, localHeader, type ZipEntry } from './write-zip-records.ts'

const SLAB = 1 << 20
const ROOM_FOR_HEADER = 512
const LARGEST_IN_SLAB = SLAB / 2 - ROOM_FOR_HEADER
const LARGEST_ENTRY = 0xffff_fffe

/** Size and SHA-256 (hex) of what went into an entry. */
export type Stored = { readonly sha256: string; readonly size: number }

/**
 * Writes a ZIP file of stored entries through one buffer that is used again and again, so that time and memory do not
 * grow with what is in the file already. (yazl was tried first: it looks through all entries for each new one and keeps
 * buffers until the end.) The caller opens and closes the file.
 * @example const zip = new ZipWriter(file, '2026-11-20T08:00:00.000Z'); await zip.addText(() => 'a.json', '{}'); await zip.end()
 */
export class ZipWriter {
  readonly #file: FileHandle
  readonly #at: Date
  readonly #slab = Buffer.allocUnsafeSlow(SLAB)
  readonly #entries: ZipEntry[] = []
  /** Bytes in the slab, and bytes on the disk before it. */
  #filled = 0
  #flushed = 0

  constructor(file: FileHandle, createdAt: string) {
    this.#file = file
    this.#at = new Date(createdAt)
  }

  /** Adds a text as UTF-8; `name` gives the entry's name from the SHA-256 of its bytes. */
  async addText(name: (sha256: string) => string, text: string): Promise<Stored> {
    const size = Buffer.byteLength(text, 'utf8')
    if (size > LARGEST_IN_SLAB) return this.#addBytes(name, Buffer.from(text, 'utf8'))
    // Encoded at the far end of the slab first: the header before it needs the CRC, and the name the hash.
    if (this.#filled > SLAB - 2 * (size + ROOM_FOR_HEADER)) await this.#flush()
    const bytes = this.#slab.subarray(SLAB - size)
    bytes.write(text, 'utf8')
    return this.#addBytes(name, bytes)
  }

  async #addBytes(name: (sha256: string) => string, bytes: Uint8Array): Promise<Stored> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const entry = { name: name(sha256), at: this.#position, size: bytes.length, crc: crc32(bytes) }
    this.#entries.push(entry)
    await this.#write(localHeader(entry, this.#at))
    await this.#write(bytes)
    return { sha256, size: bytes.length }
  }

  /** Adds bytes unless the same ones are in `written`; `name` gives the entry's name from their SHA-256 (hex). */
  async addBytesOnce(
    name: (sha256: string) => string,
    bytes: Uint8Array,
    written: Set<string>,
  ): Promise<Stored> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (written.has(sha256)) return { sha256, size: bytes.length }
    written.add(sha256)
    return this.#addBytes(name, bytes)
  }

  /** Adds a file from a stream, in pieces; its header is completed afterwards. */
  async addStream(name: string, source: AsyncIterable<Uint8Array>): Promise<Stored> {
    const at = this.#position
    const hash = createHash('sha256')
    let crc = 0
    let size = 0
    await this.#write(localHeader({ name, at, size: 0, crc: 0 }, this.#at))
    for await (const chunk of source) {
      hash.update(chunk)
      crc = crc32(chunk, crc)
      size += chunk.length
      if (size > LARGEST_ENTRY) throw new Error(`${name} is larger than a package takes`)
      await this.#write(chunk)
    }
    const entry = { name, at, size, crc }
    this.#entries.push(entry)
    await this.#flush()
    const header = localHeader(entry, this.#at)
    await this.#file.write(header, 0, header.length, at)
    return { sha256: hash.digest('hex'), size }
  }

  /** Writes the directory and the end of the file, without a comment. */
  async end(): Promise<void> {
    const directoryAt = this.#position
    for (const entry of this.#entries) await this.#write(directoryRecord(entry, this.#at))
    await this.#write(endRecords(this.#entries.length, directoryAt, this.#position - directoryAt))
    await this.#flush()
  }

  get #position(): number {
    return this.#flushed + this.#filled
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#filled + bytes.length > SLAB) await this.#flush()
    if (bytes.length > SLAB) {
      await this.#toDisk(bytes)
      return
    }
    this.#slab.set(bytes, this.#filled)
    this.#filled += bytes.length
  }

  async #flush(): Promise<void> {
    const filled = this.#filled
    this.#filled = 0
    await this.#toDisk(this.#slab.subarray(0, filled))
  }

  async #toDisk(bytes: Uint8Array): Promise<void> {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#flushed + done)
      done += bytesWritten
    }
    this.#flushed += done
  }
}
