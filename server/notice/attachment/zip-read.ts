import { Buffer } from 'node:buffer'
import yauzl from 'yauzl'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'

/** Entries of a package by their path inside it, decompressed. */
export type ZipEntries = ReadonlyMap<string, Buffer>

/** Limits of an Office file; a bomb of 42 kB unfolds to petabytes, a real 3,000-row list to some 20 MB. */
const ZIP_LIMITS = {
  entries: 5_000,
  totalBytes: 400 * 1024 * 1024,
  /** Ratio allowed for an entry that unfolds to more than 10 MB; sheets of equal rows reach about 100. */
  ratio: 250,
  ratioFrom: 10 * 1024 * 1024,
} as const

class Refused extends Error {
  readonly code: 'attachment.damaged' | 'attachment.encrypted' | 'attachment.zip-bomb'

  constructor(code: Refused['code']) {
    super(code)
    this.code = code
  }
}

/**
 * Reads a whole package into memory, counting what really comes out, not what the package claims. Refuses
 * `attachment.zip-bomb`, `attachment.encrypted`, and `attachment.damaged` for broken packages, names that climb out of
 * the folder, and names that occur twice (two readers would see two files).
 * @example await readZip(bytes)
 */
export async function readZip(bytes: Uint8Array): Promise<Result<ZipEntries>> {
  try {
    return accept(await readEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code)
    // Whatever the unzipper dislikes is a fault of the file: it was handed in from outside.
    return refuse('attachment.damaged')
  }
}

async function readEntries(content: Buffer): Promise<ZipEntries> {
  const zip = await yauzl.fromBufferPromise(content, {
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: true,
  })
  if (zip.entryCount > ZIP_LIMITS.entries) throw new Refused('attachment.zip-bomb')
  const entries = new Map<string, Buffer>()
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Refused('attachment.encrypted')
    const name = entry.fileName
    // Windows and Office compare part names without regard to case.
    if (seen.has(name.toLowerCase())) throw new Refused('attachment.damaged')
    seen.add(name.toLowerCase())
    if (name.endsWith('/')) continue
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio) {
      throw new Refused('attachment.zip-bomb')
    }
    if (total + entry.uncompressedSize > ZIP_LIMITS.totalBytes) throw new Refused('attachment.zip-bomb')
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece: unknown = chunk
      if (!Buffer.isBuffer(piece)) throw new Refused('attachment.damaged')
      total += piece.byteLength
      if (total > ZIP_LIMITS.totalBytes) throw new Refused('attachment.zip-bomb')
      chunks.push(piece)
    }
    entries.set(name, Buffer.concat(chunks))
  }
  return entries
}
