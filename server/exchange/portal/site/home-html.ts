import { escaped } from '../../../plain-page.ts'
import { linkHtml, pageHtml, type SiteFrame } from './page-html.ts'
import { type ListIndex, type ListLine, linesHtml } from './list-html.ts'
import { listPath } from './site-path.ts'

/** The lists of a site, as its first page and its table of contents lead to them. */
type SiteContents = {
  readonly total: number
  readonly all: ListIndex
  readonly boards: readonly ListIndex[]
  readonly units: readonly ListIndex[]
  /** Headings by the catalogue they stand in. */
  readonly catalogues: readonly { readonly name: string; readonly groups: readonly ListIndex[] }[]
  readonly newest: readonly ListLine[]
}

const countOf = (index: ListIndex): number => index.years.reduce((sum, { count }) => sum + count, 0)

function way(page: string, { say }: SiteFrame, index: ListIndex): string {
  const [newest] = index.years
  if (newest === undefined) return ''
  const count = escaped(say('portal:site.count', { number: countOf(index) }))
  return `<li>${linkHtml(page, listPath(index.list, newest.year, 1), index.name)} <span class="count">${count}</span></li>`
}

function ways(page: string, frame: SiteFrame, lists: readonly ListIndex[], name = 'ways'): string {
  return `<ul class="${name}">${lists.map((index) => way(page, frame, index)).join('\n')}</ul>`
}

/**
 * The first page: how much there is, the boards, the newest notices.
 * @example homePage(frame, contents).path // 'index.html'
 */
export function homePage(
  frame: SiteFrame,
  contents: SiteContents,
): { readonly path: string; readonly html: string } {
  const { say, office } = frame
  const path = 'index.html'
  const [newestYear] = contents.all.years
  const everything =
    newestYear === undefined
      ? ''
      : `<p>${linkHtml(path, listPath(contents.all.list, newestYear.year, 1), say('portal:site.everything'))}</p>`
  const body =
    contents.total === 0
      ? `<h1>${escaped(say('portal:feed.title', { office: office.name }))}</h1><p>${escaped(say('portal:site.empty'))}</p>`
      : `<h1>${escaped(say('portal:feed.title', { office: office.name }))}</h1>
<p class="total">${escaped(say('portal:site.total', { number: contents.total }))}</p>
<section><h2>${escaped(say('portal:site.boards'))}</h2>${ways(path, frame, contents.boards, 'ways tiles')}</section>
<section><h2>${escaped(say('portal:site.newest'))}</h2>${linesHtml(path, contents.newest)}${everything}</section>
<section><h2>${escaped(say('portal:site.units'))}</h2>${ways(path, frame, contents.units)}</section>`
  return { path, html: pageHtml(frame, { path, title: office.name, body, here: 'home' }) }
}

/**
 * The table of contents: every list there is.
 * @example contentsPage(frame, contents).path // 'site/lists.html'
 */
export function contentsPage(
  frame: SiteFrame,
  contents: SiteContents,
): { readonly path: string; readonly html: string } {
  const { say } = frame
  const path = 'site/lists.html'
  const title = say('portal:site.all')
  const years = contents.all.years.map(
    ({ year, count }) =>
      `<li>${linkHtml(path, listPath(contents.all.list, year, 1), say('portal:site.year', { year, number: count }))}</li>`,
  )
  const catalogues = contents.catalogues.map(
    ({ name, groups }) => `<h3>${escaped(name)}</h3>${ways(path, frame, groups)}`,
  )
  const body = `<h1>${escaped(title)}</h1>
<section><h2>${escaped(say('portal:site.everything'))}</h2><ul class="ways">${years.join('')}</ul></section>
<section><h2>${escaped(say('portal:site.boards'))}</h2>${ways(path, frame, contents.boards)}</section>
<section><h2>${escaped(say('portal:site.units'))}</h2>${ways(path, frame, contents.units)}</section>
<section><h2>${escaped(say('portal:site.catalogues'))}</h2>${catalogues.join('\n')}</section>`
  return { path, html: pageHtml(frame, { path, title, body, here: 'all' }) }
}

/**
 * What was withdrawn: the way to its years.
 * @example withdrawnPage(frame, index, lines).path // 'site/withdrawn.html'
 */
export function withdrawnPage(
  frame: SiteFrame,
  index: ListIndex,
  newest: readonly ListLine[],
): { readonly path: string; readonly html: string } {
  const { say } = frame
  const path = 'site/withdrawn.html'
  const title = say('portal:site.withdrawnTitle')
  const years = index.years.map(
    ({ year, count }) =>
      `<li>${linkHtml(path, listPath(index.list, year, 1), say('portal:site.year', { year, number: count }))}</li>`,
  )
  const body = `<h1>${escaped(title)}</h1>
<p>${escaped(say(countOf(index) === 0 ? 'portal:site.withdrawnNone' : 'portal:site.withdrawnHelp'))}</p>
${years.length > 0 ? `<nav class="years" aria-label="${escaped(say('portal:site.years'))}"><ul>${years.join('')}</ul></nav>` : ''}
${newest.length > 0 ? linesHtml(path, newest) : ''}`
  return { path, html: pageHtml(frame, { path, title, body, here: 'withdrawn' }) }
}

/**
 * The page for searching titles and numbers; without scripts it says where to go instead.
 * @example searchPage(frame).path // 'site/search.html'
 */
export function searchPage(frame: SiteFrame): { readonly path: string; readonly html: string } {
  const { say } = frame
  const path = 'site/search.html'
  const title = say('portal:site.searchTitle')
  const texts = ['searchWait', 'searchFound', 'searchMost', 'searchNone', 'searchFailed'] as const
  const data = texts.map(
    (key) => ` data-${key.toLowerCase()}="${escaped(say(`portal:site.${key}`, { number: '#' }))}"`,
  )
  const body = `<h1>${escaped(title)}</h1>
<div id="search"${data.join('')}>
<form role="search" hidden>
<label for="words">${escaped(say('portal:site.searchLabel'))}</label>
<div class="search-line"><input id="words" type="search" autocomplete="off" maxlength="60"> <button type="submit">${escaped(say('portal:site.searchButton'))}</button></div>
</form>
<p class="no-script">${escaped(say('portal:site.searchNoScript'))} ${linkHtml(path, 'site/lists.html', say('portal:site.searchGo'))}</p>
<p class="said" role="status"></p>
<ol class="lines found"></ol>
</div>`
  const scripts = ['site/search/parts.js', 'site/site.js']
  return { path, html: pageHtml(frame, { path, title, body, here: 'search', scripts }) }
}
