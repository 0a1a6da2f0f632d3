import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { BlobStore } from '../../../../platform/blob-store.ts'
import { FILE_LIST, MARKER, type SiteMarker } from './site-marker.ts'
import { provedFile, type SiteSink } from './site-sink.ts'

// Packed already; packing them again only takes time.
const PACKED = /\.(?:jpe?g|png|webp|gif|docx|xlsx|pptx|zip|pdf|ofd|mp4)$/iu

/**
 * Opens a ZIP file for a site: one entry after another, each read only when the one before is through. The file has its name only when
 * it is whole and on the disk.
 * @example const sink = await openSiteZip({ blobs, file: '/data/portal/site.zip', marker })
 */
export async function openSiteZip(at: {
  readonly blobs: BlobStore
  readonly file: string
  readonly marker: SiteMarker
}): Promise<SiteSink> {
  await mkdir(dirname(at.file), { recursive: true, mode: 0o700 })
  const partial = `${at.file}.partial`
  const zip = new ZipFile()
  const out = createWriteStream(partial, { mode: 0o600 })
  const written = finished(zip.outputStream.pipe(out))
  // Told of by the entry that waits for it; here only so that it is no unhandled one.
  written.catch(() => undefined)
  const known = new Set<string>()
  const sums: string[] = []
  const mtime = new Date(at.marker.asOf)
  let files = 0
  const add = async (path: string, open: () => Readable, compress: boolean): Promise<string> => {
    files += 1
    const hash = createHash('sha256')
    let source: (() => Readable) | null = open
    const read = new Promise<void>((resolve, reject) => {
      zip.addReadStreamLazy(path, { mtime, compress, mode: 0o100644 }, (take) => {
        if (source === null) return
        const stream = source()
        // The library keeps this function to the end of the file: what it held must go, or every page would stay in memory.
        source = null
        stream.on('data', (piece: Buffer) => hash.update(piece))
        stream.pause()
        finished(stream, { writable: false }).then(resolve, reject)
        take(null, stream)
      })
    })
    await Promise.race([read, written])
    return hash.digest('hex')
  }
  const text = (path: string, said: string) =>
    add(path, () => Readable.from([Buffer.from(said, 'utf8')]), true)
  return {
    put: async (entry) => {
      if (entry.kind === 'FILE') {
        const source = await provedFile(at.blobs, entry)
        if (known.has(entry.path.toLowerCase())) return
        known.add(entry.path.toLowerCase())
        await add(entry.path, () => createReadStream(source), !PACKED.test(entry.path))
        sums.push(`${entry.file.sha256}  ${entry.path}\n`)
        return
      }
      const source =
        entry.kind === 'TEXT'
          ? text(entry.path, entry.text)
          : add(entry.path, () => Readable.from(encoded(entry.pieces)), true)
      sums.push(`${await source}  ${entry.path}\n`)
    },
    finish: async () => {
      await text(`site/${MARKER}`, `${JSON.stringify(at.marker, null, 2)}\n`)
      await add(`site/${FILE_LIST}`, () => Readable.from(sums.map((line) => Buffer.from(line))), true)
      zip.end()
      await written
      const handle = await open(partial, 'r+')
      await handle.sync()
      await handle.close()
      await rename(partial, at.file)
      return { files, bytes: (await stat(at.file)).size }
    },
    abandon: async () => {
      out.destroy()
      await rm(partial, { force: true })
    },
  }
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece, 'utf8')
}
