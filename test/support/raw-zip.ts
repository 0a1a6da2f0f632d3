import { crc32 } from 'node:zlib'

/** An entry as a hostile packer writes it: any name, any claim about its size. */
export type RawEntry = {
  readonly name: string
  readonly content: Uint8Array
  /** Deflated content; without it the entry is stored. */
  readonly packed?: Uint8Array
  readonly declaredSize?: number
  readonly encrypted?: boolean
}

/** Writes a package byte by byte, so that it can hold what no decent packer would write. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, packed, declaredSize, encrypted } of entries) {
    // An encrypted entry begins with twelve bytes of its own.
    const bytes = Buffer.concat([Buffer.alloc(encrypted === true ? 12 : 0), packed ?? content])
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (encrypted === true ? 1 : 0), 2)
    common.writeUInt16LE(packed === undefined ? 0 : 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(declaredSize ?? content.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), common, tail, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
