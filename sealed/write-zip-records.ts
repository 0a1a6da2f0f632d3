/** One entry of a ZIP file that holds it as it is (method 0). Names are ASCII. */
export type ZipEntry = {
  readonly name: string
  readonly at: number
  readonly size: number
  readonly crc: number
}

const FULL_32 = 0xffff_ffff
const FULL_16 = 0xffff
const VERSION_PLAIN = 20
const VERSION_ZIP64 = 45
const MADE_ON_UNIX = 3 << 8
const REGULAR_FILE_644 = 0o100644

/** ZIP stores local time; UTC's digits are written, so that a package is the same in every time zone. */
function dosTime(at: Date): { readonly time: number; readonly date: number } {
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

/** What local header and directory record share, from the version needed to the length of the name. */
function common(entry: ZipEntry, at: Date, version: number): Buffer {
  const { time, date } = dosTime(at)
  const record = Buffer.alloc(24)
  record.writeUInt16LE(version, 0)
  record.writeUInt16LE(time, 6)
  record.writeUInt16LE(date, 8)
  record.writeUInt32LE(entry.crc, 10)
  record.writeUInt32LE(entry.size, 14)
  record.writeUInt32LE(entry.size, 18)
  record.writeUInt16LE(entry.name.length, 22)
  return record
}

/**
 * The header that stands before an entry's bytes (APPNOTE.TXT 4.3.7).
 * @example localHeader({ name: 'manifest.json', at: 0, size: 2, crc: 0xa3c6d3a4 }, new Date(0))
 */
export function localHeader(entry: ZipEntry, at: Date): Buffer {
  const signature = Buffer.from('504b0304', 'hex')
  return Buffer.concat([
    signature,
    common(entry, at, VERSION_PLAIN),
    Buffer.alloc(2),
    Buffer.from(entry.name, 'ascii'),
  ])
}

/**
 * An entry's line in the directory (APPNOTE.TXT 4.3.12), with the ZIP64 field when it begins behind 4 GiB.
 * @example directoryRecord({ name: 'manifest.json', at: 0, size: 2, crc: 0xa3c6d3a4 }, new Date(0))
 */
export function directoryRecord(entry: ZipEntry, at: Date): Buffer {
  const far = entry.at >= FULL_32
  const version = far ? VERSION_ZIP64 : VERSION_PLAIN
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(MADE_ON_UNIX | version, 4)
  const tail = Buffer.alloc(16)
  tail.writeUInt16LE(far ? 12 : 0, 0)
  tail.writeUInt32LE((REGULAR_FILE_644 << 16) >>> 0, 8)
  tail.writeUInt32LE(far ? FULL_32 : entry.at, 12)
  const extra = Buffer.alloc(far ? 12 : 0)
  if (far) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(entry.at), 4)
  }
  return Buffer.concat([head, common(entry, at, version), tail, Buffer.from(entry.name, 'ascii'), extra])
}

/**
 * The end of the file (APPNOTE.TXT 4.3.14–16): the ZIP64 records when a number does not fit, then the end record
 * without a comment.
 * @example endRecords(3, 1200, 300)
 */
export function endRecords(entries: number, directoryAt: number, directorySize: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, FULL_16), 8)
  end.writeUInt16LE(Math.min(entries, FULL_16), 10)
  end.writeUInt32LE(Math.min(directorySize, FULL_32), 12)
  end.writeUInt32LE(Math.min(directoryAt, FULL_32), 16)
  if (entries < FULL_16 && directorySize < FULL_32 && directoryAt < FULL_32) return end
  const large = Buffer.alloc(56)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(MADE_ON_UNIX | VERSION_ZIP64, 12)
  large.writeUInt16LE(VERSION_ZIP64, 14)
  large.writeBigUInt64LE(BigInt(entries), 24)
  large.writeBigUInt64LE(BigInt(entries), 32)
  large.writeBigUInt64LE(BigInt(directorySize), 40)
  large.writeBigUInt64LE(BigInt(directoryAt), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(directoryAt + directorySize), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end])
}
