import type { PublicAttachment } from '../../../../domain/notice/content.ts'
import { publicDisplay } from '../../../display/public-display/public-display-of.ts'
import { publicOffice } from '../../../display/public-views.ts'
import type { PublicEdition, Tombstone } from '../../../display/views.ts'
import { feedPieces } from '../feed.ts'
import { metadataPieces } from '../metadata-xml.ts'
import { publicEntries, type Snapshot } from '../public-set.ts'
import { contentsPage, homePage, searchPage, withdrawnPage } from './home-html.ts'
import { LIST_PAGE, type ListIndex, listPage, type ListLine } from './list-html.ts'
import { noticePage } from './notice-html.ts'
import type { SiteFrame } from './page-html.ts'
import { lineOf, rowsOf, shelfLists, type ShelfList } from './site-lists.ts'
import { filePath, linkFrom, noticePath } from './site-path.ts'
import { partsScript, SITE_SCRIPT, type SearchTitle, titlesScript } from './site-script.ts'
import { SITE_STYLE } from './site-style.ts'
import { tombstonePage } from './tombstone-html.ts'
import { dateWords, officialWords } from './site-words.ts'

/** One file of a site: a text, the pieces of a long one, or an attachment by its hash. */
export type SiteEntry =
  | { readonly kind: 'TEXT'; readonly path: string; readonly text: string }
  | { readonly kind: 'PIECES'; readonly path: string; readonly pieces: AsyncIterable<string> }
  | {
      readonly kind: 'FILE'
      readonly path: string
      readonly file: PublicAttachment
      /** The notice it belongs to, to be named when it is damaged. */
      readonly indexNumber: string
    }

/** What was counted on the way; notices looked at run ahead of those written. */
export type SiteTally = {
  seen: number
  notices: number
  formerEditions: number
  tombstones: number
  attachments: number
}

const NEWEST = 10
const TITLES_A_FILE = 2000

const page = ({ path, html }: { readonly path: string; readonly html: string }): SiteEntry => ({
  kind: 'TEXT',
  path,
  text: html,
})

function* filesOf(edition: PublicEdition, tally: SiteTally): Generator<SiteEntry> {
  for (const file of edition.content.attachments) {
    tally.attachments += 1
    yield { kind: 'FILE', path: filePath(file), file, indexNumber: edition.indexNumber }
  }
}

function goneLine(notice: Tombstone, { say }: SiteFrame): ListLine {
  return {
    indexNumber: notice.indexNumber,
    title: notice.title ?? say('kiosk:notice.titleHidden'),
    date: notice.withdrawnDate,
    tag: say(`terms:withdrawalReason.${notice.reason}`),
    notes: [],
  }
}

async function* notices(
  snapshot: Snapshot,
  frame: SiteFrame,
  tally: SiteTally,
  gone: ListLine[],
): AsyncGenerator<SiteEntry> {
  const seen = () => {
    tally.seen += 1
  }
  for await (const { notice, former } of publicEntries(snapshot, seen)) {
    if (notice.state === 'WITHDRAWN') {
      tally.tombstones += 1
      gone.push(goneLine(notice, frame))
      yield page(tombstonePage(frame, notice))
      continue
    }
    tally.notices += 1
    const display =
      notice.content.noticeKind === 'PUBLIC_DISPLAY' ? publicDisplay(snapshot, notice.indexNumber) : null
    yield* filesOf(notice, tally)
    yield page(noticePage(frame, { edition: notice, display: display?.ok ? display.value : null }))
    for (const edition of former) {
      tally.formerEditions += 1
      yield* filesOf(edition, tally)
      yield page(noticePage(frame, { edition, display: null }))
    }
  }
}

/** Cuts lines into pages by year: their order is that of publication, which a corrected clock may have shaken. */
async function* listPages(
  frame: SiteFrame,
  index: ListIndex,
  lines: AsyncIterable<ListLine> | Iterable<ListLine>,
): AsyncGenerator<SiteEntry> {
  const open = new Map<string, { page: number; lines: ListLine[] }>()
  for await (const line of lines) {
    const year = line.date.slice(0, 4)
    const at = open.get(year) ?? { page: 1, lines: [] }
    open.set(year, at)
    at.lines.push(line)
    if (at.lines.length < LIST_PAGE) continue
    yield page(listPage(frame, index, { year, ...at }))
    open.set(year, { page: at.page + 1, lines: [] })
  }
  for (const [year, at] of open) if (at.lines.length > 0) yield page(listPage(frame, index, { year, ...at }))
}

async function* linesOf(snapshot: Snapshot, list: ShelfList, { say }: SiteFrame): AsyncGenerator<ListLine> {
  for await (const row of rowsOf(snapshot, list.shelves)) yield lineOf(row, say)
}

async function* searchFiles(
  snapshot: Snapshot,
  all: ShelfList,
  { say }: SiteFrame,
): AsyncGenerator<SiteEntry> {
  const parts: string[] = []
  let titles: SearchTitle[] = []
  const file = (): SiteEntry => {
    const part = String(parts.length + 1)
    parts.push(part)
    const text = titlesScript(part, titles)
    titles = []
    return { kind: 'TEXT', path: `site/search/${part}.js`, text }
  }
  for await (const row of rowsOf(snapshot, all.shelves)) {
    const address = linkFrom('site/search.html', noticePath(row.indexNumber))
    const kind = say(`terms:noticeKind.${row.noticeKind}`)
    titles.push([row.title, address, dateWords(row.publishDate), row.documentNumber, kind, row.indexNumber])
    if (titles.length === TITLES_A_FILE) yield file()
  }
  if (titles.length > 0) yield file()
  yield { kind: 'TEXT', path: 'site/search/parts.js', text: partsScript(parts) }
}

function goneIndex(gone: readonly ListLine[], { say }: SiteFrame): ListIndex {
  const years = new Map<string, number>()
  for (const { date } of gone) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1)
  return {
    list: { kind: 'withdrawn', id: '' },
    name: say('portal:site.withdrawnTitle'),
    years: [...years]
      .map(([year, count]) => ({ year, count }))
      .toSorted((one, other) => other.year.localeCompare(one.year)),
  }
}

/**
 * Every file of the static site in the order they are written, the first page last. One notice at a time is held in memory, and one
 * line a withdrawn notice.
 * @example for await (const entry of siteEntries(snapshot, tally)) await sink.put(entry)
 */
export async function* siteEntries(snapshot: Snapshot, tally: SiteTally): AsyncGenerator<SiteEntry> {
  const { read } = snapshot.store
  const say = officialWords()
  const frame: SiteFrame = { office: publicOffice(read), asOf: snapshot.asOf, say }
  yield { kind: 'TEXT', path: 'site/site.css', text: SITE_STYLE }
  yield { kind: 'TEXT', path: 'site/site.js', text: SITE_SCRIPT }
  const gone: ListLine[] = []
  yield* notices(snapshot, frame, tally, gone)
  gone.sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0))
  const lists = shelfLists(snapshot, say)
  const groups = lists.catalogues.flatMap((catalogue) => catalogue.groups)
  for (const list of [lists.all, ...lists.boards, ...lists.units, ...groups]) {
    yield* listPages(frame, list, linesOf(snapshot, list, frame))
  }
  const withdrawn = goneIndex(gone, frame)
  yield* listPages(frame, withdrawn, gone)
  yield page(withdrawnPage(frame, withdrawn, gone.slice(0, NEWEST)))
  yield* searchFiles(snapshot, lists.all, frame)
  yield page(searchPage(frame))
  yield { kind: 'PIECES', path: 'site/feed.atom', pieces: feedPieces(snapshot, { base: '' }) }
  yield {
    kind: 'PIECES',
    path: 'site/metadata.xml',
    pieces: metadataPieces(snapshot, { board: null, base: '' }),
  }
  const newest: ListLine[] = []
  for await (const line of linesOf(snapshot, lists.all, frame)) {
    newest.push(line)
    if (newest.length === NEWEST) break
  }
  const total = lists.all.years.reduce((sum, { count }) => sum + count, 0)
  const contents = { ...lists, total, newest }
  yield page(contentsPage(frame, contents))
  yield page(homePage(frame, contents))
}
