import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, type FileHandle, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { accept, refuse, type Result } from '../../../../domain/refusal.ts'
import type { BlobStore } from '../../../../platform/blob-store.ts'
import { fileSha256 } from '../../../../platform/file-sha256.ts'
import { flushFolder } from '../../../../platform/flush-folder.ts'
import { FIRST_PAGE, FIRST_PAGE_PARTIAL, mendSiteFolder, namesIn, PARTIAL } from './mend-site-folder.ts'
import { removeFormer } from './remove-former.ts'
import { FILE_LIST, MARKER, type SiteMarker } from './site-marker.ts'
import { provedFile, type SiteSink } from './site-sink.ts'

const SYNCED_AT_ONCE = 16

/** A site is written into a folder that is empty, new, or holds an older site of the same office. */
type Destination = { readonly blobs: BlobStore; readonly folder: string; readonly marker: SiteMarker }

async function flush(path: string): Promise<void> {
  // Windows flushes only what is open for writing.
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads every file back as the list names it and brings it to the disk, some at a time. */
async function proveFiles(folder: string): Promise<void> {
  const prove = async (line: string): Promise<void> => {
    const path = join(folder, line.slice(66 + 'site/'.length))
    if ((await fileSha256(path)) !== line.slice(0, 64))
      throw new Error('a file of the site was read back differently')
    await flush(path)
  }
  let running: Promise<void>[] = []
  for await (const line of createInterface({ input: createReadStream(join(folder, FILE_LIST), 'utf8') })) {
    if (!line.slice(66).startsWith('site/')) continue
    running.push(prove(line))
    if (running.length < SYNCED_AT_ONCE) continue
    await Promise.all(running)
    running = []
  }
  await Promise.all(running)
}

async function freeFormerName(folder: string): Promise<string> {
  const names = await namesIn(folder)
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? 'site.former' : `site.former-${String(number)}`
    if (!names.includes(name)) return join(folder, name)
  }
}

/**
 * Opens a folder for a site: the pages go into `site.partial` beside what is there, and only when every file was read back does it take
 * the place of the older `site`; of that, only its own files are removed. Nothing else in the folder is touched. Refuses
 * `portal.folder-not-empty` with the name of the `folder` when it holds anything and no site of this office, `package.destination-invalid`.
 * @example const sink = await openSiteFolder({ blobs, folder: '/media/stick/board', marker })
 */
export async function openSiteFolder({ blobs, folder, marker }: Destination): Promise<Result<SiteSink>> {
  const isFolder = await lstat(folder).then(
    (info) => info.isDirectory(),
    () => true,
  )
  if (!isFolder) return refuse('package.destination-invalid')
  try {
    await mkdir(folder, { recursive: true })
    // By its name alone: the desk is not told where a drive is mounted.
    const ours = await mendSiteFolder(folder, marker.office.uscc)
    if (!ours) return refuse('portal.folder-not-empty', { folder: basename(folder) })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR') {
      return refuse('package.destination-invalid')
    }
    throw error
  }
  const partial = join(folder, PARTIAL)
  await mkdir(partial)
  // On the drive before anything else: by it the next run knows what a pulled-out drive left behind.
  await writeFile(join(partial, MARKER), `${JSON.stringify(marker, null, 2)}\n`, { flush: true })
  await flushFolder(partial)
  await flushFolder(folder)
  const list = await open(join(partial, FILE_LIST), 'w')
  return accept(folderSink({ blobs, folder, partial, list }))
}

function folderSink(at: {
  readonly blobs: BlobStore
  readonly folder: string
  readonly partial: string
  readonly list: FileHandle
}): SiteSink {
  const { blobs, folder, partial, list } = at
  const known = new Set<string>()
  const folders = new Set<string>()
  const size = { files: 2, bytes: 0 }
  let firstPage = ''
  const note = async (path: string, sha256: string, bytes: number): Promise<void> => {
    size.files += 1
    size.bytes += bytes
    await list.write(`${sha256}  ${path}\n`)
  }
  // On FAT two names that differ in capitals are one file.
  const placeFor = async (path: string): Promise<string | null> => {
    if (known.has(path.toLowerCase())) return null
    known.add(path.toLowerCase())
    const target = join(partial, path.slice('site/'.length))
    if (!folders.has(dirname(target))) {
      await mkdir(dirname(target), { recursive: true })
      folders.add(dirname(target))
    }
    return target
  }
  return {
    put: async (entry) => {
      if (entry.path === FIRST_PAGE) {
        if (entry.kind === 'TEXT') firstPage = entry.text
        return
      }
      if (entry.kind === 'FILE') {
        const source = await provedFile(blobs, entry)
        const target = await placeFor(entry.path)
        if (target === null) return
        await copyFile(source, target)
        await note(entry.path, entry.file.sha256, entry.file.size)
        return
      }
      const target = await placeFor(entry.path)
      if (target === null) throw new Error(`two pages of a site at ${entry.path}`)
      const hash = createHash('sha256')
      let bytes = 0
      const handle = await open(target, 'w')
      try {
        for await (const piece of entry.kind === 'TEXT' ? [entry.text] : entry.pieces) {
          const encoded = Buffer.from(piece, 'utf8')
          hash.update(encoded)
          bytes += encoded.length
          await handle.writeFile(encoded)
        }
      } finally {
        await handle.close()
      }
      await note(entry.path, hash.digest('hex'), bytes)
    },
    finish: async () => {
      const first = Buffer.from(firstPage, 'utf8')
      await note(FIRST_PAGE, createHash('sha256').update(first).digest('hex'), first.length)
      await list.sync()
      await list.close()
      await proveFiles(partial)
      await flushFolder(partial)
      const place = join(folder, 'site')
      const former = (await namesIn(folder)).includes('site') ? await freeFormerName(folder) : null
      if (former !== null) await rename(place, former)
      await rename(partial, place)
      const staged = join(folder, FIRST_PAGE_PARTIAL)
      // What lies there may be a link out of the folder: it goes, and is never written through.
      await rm(staged, { force: true })
      await writeFile(staged, first, { flag: 'wx', flush: true })
      await rename(staged, join(folder, FIRST_PAGE))
      await flushFolder(folder)
      if (former !== null) await removeFormer(former)
      return size
    },
    abandon: async () => {
      await list.close().catch(() => undefined)
      await rm(partial, { recursive: true, force: true })
    },
  }
}
