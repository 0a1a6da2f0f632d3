import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'

/** One file of a ZIP as its directory lists it. */
export type DirectoryEntry = {
  readonly name: string
  /** Where the entry begins (its local header) and where the next thing begins. */
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** A ZIP that can be opened, with its directory in the order of the file. */
export type Directory = {
  readonly zip: ZipFile
  readonly entries: readonly DirectoryEntry[]
}

/**
 * Opens a ZIP file and reads its directory. Names are handed out as they are, one character a byte, for the caller
 * to judge. Null when the directory cannot be read. The caller closes `zip`.
 * @example const directory = await readDirectory('/media/stick/board-….zip')
 */
export async function readDirectory(path: string): Promise<Directory | null> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch {
    return null
  }
  try {
    // yauzl keeps here where the next record is read: before the first one, that is where the directory begins.
    const directoryAt = Number(zip.readEntryCursor)
    const found = await listEntries(zip)
    found.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
    const entries = found.map((entry, index) => ({
      name: entry.fileNameRaw.toString('latin1'),
      from: entry.relativeOffsetOfLocalHeader,
      to: found[index + 1]?.relativeOffsetOfLocalHeader ?? directoryAt,
      entry,
    }))
    return { zip, entries }
  } catch {
    zip.close()
    return null
  }
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}
