import { Buffer } from 'node:buffer'
import yazl from 'yazl'

/** All entries carry one fixed time: the real one would tell when the copy was made, and change its hash each time. */
const FIXED_TIME = new Date(Date.UTC(2000, 0, 1))

/**
 * Packs entries in the given order; equal entries give equal bytes.
 * @example await writeZip([['[Content_Types].xml', xml]])
 */
export async function writeZip(entries: Iterable<readonly [string, Uint8Array | string]>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of entries) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    zip.addBuffer(bytes, name, { mtime: FIXED_TIME, forceDosTimestamp: true, mode: 0o100644 })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
