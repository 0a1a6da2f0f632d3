import { createReadStream } from 'node:fs'
import { lstat, readdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { FILE_LIST, isFolder, MARKER } from './site-marker.ts'

const LINE = /^[0-9a-f]{64} [ *]site\/(?<path>.+)$/u
// Windows reads `\` as a way and `:` as a drive or a stream of a file, and passes over dots and blanks at the end of a name.
const PLAIN_PART = /^(?=.*[^. ])[^\\/:\p{Cc}]+$/u
/** A list of a hundred thousand notices has some 20 MB; a longer one is none of ours. */
const MOST_LIST_BYTES = 200_000_000

const isFile = async (path: string): Promise<boolean> =>
  lstat(path).then(
    (info) => info.isFile(),
    () => false,
  )

/** Says of a folder within the site whether every step to it is a folder of its own: a link could lead anywhere. */
function ownFolders(folder: string): (inside: string) => Promise<boolean> {
  const known = new Map<string, boolean>([['.', true]])
  const own = async (inside: string): Promise<boolean> => {
    const before = known.get(inside)
    if (before !== undefined) return before
    const is = (await own(dirname(inside))) && (await isFolder(join(folder, inside)))
    known.set(inside, is)
    return is
  }
  return own
}

/** Removes what is a file and no more: a folder or a link of that name is none of ours. */
async function removeFile(path: string): Promise<void> {
  if (await isFile(path)) await rm(path, { force: true })
}

/**
 * Takes a replaced site away: the files its own list names and no other. The list came back from a stick and is believed nothing: what it
 * names outside the folder, or behind a link, stays. What somebody else has laid there stays, with its folders.
 * @example await removeFormer('/media/stick/board/site.former')
 */
export async function removeFormer(folder: string): Promise<void> {
  const folders = new Set<string>()
  const own = ownFolders(folder)
  const list = join(folder, FILE_LIST)
  // A stopped run may have taken the list away already.
  const info = await lstat(list).catch(() => null)
  if (info?.isFile() === true && info.size <= MOST_LIST_BYTES) {
    for await (const line of createInterface({ input: createReadStream(list, 'utf8') })) {
      const path = LINE.exec(line)?.groups?.['path']
      if (path === undefined || !path.split('/').every((part) => PLAIN_PART.test(part))) continue
      if (!(await own(dirname(path)))) continue
      await removeFile(join(folder, path))
      for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at)
    }
  }
  // The deepest first; one with something in it stays.
  for (const inside of [...folders].toSorted((one, other) => other.length - one.length)) {
    await rmdir(join(folder, inside)).catch(() => undefined)
  }
  await removeFile(list)
  await removeFile(join(folder, MARKER))
  if ((await readdir(folder)).length === 0) await rmdir(folder)
}
