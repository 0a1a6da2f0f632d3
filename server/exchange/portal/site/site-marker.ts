import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Name of the file by which a site is known again, in the folder `site`. */
export const MARKER = 'board-site.json'
/** Name of the list of its files with their hashes, as `sha256sum -c` reads it. */
export const FILE_LIST = 'SHA256SUMS.txt'

const MOST_BYTES = 100_000
const markerSchema = z.object({
  format: z.literal('board-site/1'),
  office: z.object({ name: z.string(), uscc: z.string() }),
  asOf: z.string(),
})

/** Whose site it is, and of when. */
export type SiteMarker = z.infer<typeof markerSchema>

/**
 * Whether there is a folder, and no link to one.
 * @example await isFolder('/media/stick/board/site')
 */
export async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (info) => info.isDirectory(),
    () => false,
  )
}

/**
 * The marker of a folder; null where it is no folder of ours. A link is none: it could lead anywhere.
 * @example (await readMarker('/media/stick/board/site'))?.office.uscc
 */
export async function readMarker(folder: string): Promise<SiteMarker | null> {
  try {
    if (!(await isFolder(folder))) return null
    const file = join(folder, MARKER)
    const info = await lstat(file)
    if (!info.isFile() || info.size > MOST_BYTES) return null
    return markerSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
