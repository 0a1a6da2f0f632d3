import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeFormer } from './remove-former.ts'
import { isFolder, MARKER, readMarker } from './site-marker.ts'

/** The first page, beside the folder `site`. */
export const FIRST_PAGE = 'index.html'
/** The first page on its way. */
export const FIRST_PAGE_PARTIAL = `${FIRST_PAGE}.partial`
/** Where a site is written until it is whole. */
export const PARTIAL = 'site.partial'
const FORMER = /^site\.former(?:-\d+)?$/u

/**
 * Names in a folder; none where there is no folder.
 * @example (await namesIn('/media/stick/board')).includes('site')
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}

/** A folder that a drive was pulled out of before its marker was on it: nothing else can be in it. */
async function isBarelyBegun(folder: string): Promise<boolean> {
  return (await isFolder(folder)) && (await namesIn(folder)).every((name) => name === MARKER)
}

/**
 * Puts right what a run left behind that was stopped, or whose drive was pulled out: half a site goes, one that was set aside comes back.
 * False when the folder is not to be written into: it holds anything and no site of this office, or something else in a site's place.
 * @example await mendSiteFolder('/media/stick/board', '11990000000000001A')
 */
export async function mendSiteFolder(folder: string, uscc: string): Promise<boolean> {
  const names = await namesIn(folder)
  const officeOf = async (name: string) => (await readMarker(join(folder, name)))?.office.uscc ?? null
  const ours = async (name: string) => (await officeOf(name)) === uscc
  const former: string[] = []
  for (const name of names) if (FORMER.test(name) && (await ours(name))) former.push(name)
  const whole = names.includes('site') && (await ours('site'))
  if (names.includes('site') && !whole) return false
  for (const name of [FIRST_PAGE, FIRST_PAGE_PARTIAL]) if (await isFolder(join(folder, name))) return false
  const standing = whole || former.length > 0
  const partial = join(folder, PARTIAL)
  const begun = names.includes(PARTIAL)
  if (begun) {
    const owner = await officeOf(PARTIAL)
    // Its marker may have been lost with the drive. Beside a site of ours nobody else writes one; a first site begins in an empty folder.
    const lost =
      owner === null &&
      (standing ? await isFolder(partial) : names.length === 1 && (await isBarelyBegun(partial)))
    if (owner !== uscc && !lost) return false
    await rm(partial, { recursive: true, force: true })
  }
  if (names.length > 0 && !standing && !begun) return false
  const [newest] = former
  if (!whole && newest !== undefined) {
    await rename(join(folder, newest), join(folder, 'site'))
    former.shift()
  }
  for (const name of former) await removeFormer(join(folder, name))
  return true
}
