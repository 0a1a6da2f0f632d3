import { portableName } from '../../../../domain/exchange/portal/portable-name.ts'
import type { PublicAttachment } from '../../../../domain/notice/content.ts'
import { sha256 } from '../../../../platform/sha256.ts'

const PLAIN = /^[0-9A-Z-]+(?:\/[0-9A-Z-]+)?$/u
const LONGEST = 60

/**
 * Where the page of a notice stands, from its index number alone, so that a link to it holds for every later site. The folder is the
 * beginning of a hash: FAT32 takes some thousands of long names in a folder, a board has a hundred thousand. Two numbers never share
 * a page, on systems that do not tell small letters from capitals either.
 * @example noticePath('11990000000000001A/2026-00412') // 'site/notices/3f/11990000000000001A_2026-00412.html'
 */
export function noticePath(indexNumber: string): string {
  return `site/notices/${stemOf(indexNumber)}.html`
}

/**
 * Where a former edition of a notice stands.
 * @example formerPath('11990000000000001A/2026-00412', 1) // 'site/notices/3f/11990000000000001A_2026-00412_v1.html'
 */
export function formerPath(indexNumber: string, editionNumber: number): string {
  return `site/notices/${stemOf(indexNumber)}_v${String(editionNumber)}.html`
}

function stemOf(indexNumber: string): string {
  const hash = sha256(indexNumber)
  const shard = hash.slice(0, 2)
  if (PLAIN.test(indexNumber) && indexNumber.length <= LONGEST) {
    return `${shard}/${indexNumber.replace('/', '_')}`
  }
  // The hash makes up for what had to be replaced.
  const readable = indexNumber.replaceAll(/[^0-9A-Za-z-]/gu, '_').slice(0, LONGEST - 20)
  return `${shard}/${readable}_${hash.slice(0, 16)}`
}

/**
 * Where a file stands: under the beginning of its hash, with a name that people can read.
 * @example filePath({ sha256: '9c1f…', name: '名单.xlsx' }) // 'site/files/9c/9c1f4a…/名单.xlsx'
 */
export function filePath(file: Pick<PublicAttachment, 'sha256' | 'name'>): string {
  return `site/files/${file.sha256.slice(0, 2)}/${file.sha256.slice(0, 16)}/${portableName(file.name)}`
}

/** A list of the site: everything, a board, a unit, a heading of the catalogue, what was withdrawn. */
export type SiteList = {
  readonly kind: 'all' | 'board' | 'unit' | 'group' | 'withdrawn'
  readonly id: string
}

/**
 * Where a page of a list stands; pages count from 1.
 * @example listPath({ kind: 'board', id: 'GOV' }, '2026', 1) // 'site/lists/board-gov/2026-1.html'
 */
export function listPath({ kind, id }: SiteList, year: string, page: number): string {
  const name =
    id === '' ? kind : kind === 'board' ? `board-${id.toLowerCase()}` : `${kind}-${sha256(id).slice(0, 12)}`
  return `site/lists/${name}/${year}-${String(page)}.html`
}

/**
 * The address of one file of the site as seen from another, both named from its root: no page knows where the site lies.
 * @example linkFrom('site/lists/all/2026-1.html', 'site/files/9c/9c1f/名单.xlsx') // '../../files/9c/9c1f/%E5%90%8D%E5%8D%95.xlsx'
 */
export function linkFrom(page: string, target: string): string {
  const from = page.split('/').slice(0, -1)
  const to = target.split('/')
  const parting = from.findIndex((part, at) => part !== to[at])
  const shared = parting === -1 ? from.length : parting
  const down = to.slice(shared).map((part) => encodeURIComponent(part))
  return [...from.slice(shared).map(() => '..'), ...down].join('/')
}
