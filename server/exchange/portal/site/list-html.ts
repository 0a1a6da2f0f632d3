import type { PublicRow } from '../../../display/views.ts'
import { escaped } from '../../../plain-page.ts'
import { linkHtml, pageHtml, type SiteFrame } from './page-html.ts'
import { listPath, noticePath, type SiteList } from './site-path.ts'
import { dateHtml } from './site-words.ts'

/** Lines of one page. */
export const LIST_PAGE = 100

/** A line of a list, of a standing notice or a withdrawn one. */
export type ListLine = Pick<PublicRow, 'indexNumber' | 'title'> & {
  readonly date: string
  /** What stands before the title: kind or reason. */
  readonly tag: string
  /** Small print behind it: number, 更正, 废止. */
  readonly notes: readonly string[]
}

/** A list with how many lines each year has, newest year first. */
export type ListIndex = {
  readonly list: SiteList
  readonly name: string
  readonly years: readonly { readonly year: string; readonly count: number }[]
}

/**
 * The lines of a list.
 * @example linesHtml('site/lists/all/2026-1.html', lines)
 */
export function linesHtml(page: string, lines: readonly ListLine[]): string {
  const rows = lines.map(
    ({ indexNumber, title, date, tag, notes }) =>
      `<li><span class="tag">${escaped(tag)}</span><span class="line">${linkHtml(page, noticePath(indexNumber), title)}${notes.length > 0 ? ` <small>${escaped(notes.join('　'))}</small>` : ''}</span>${dateHtml(date)}</li>`,
  )
  return `<ol class="lines">${rows.join('\n')}</ol>`
}

function years(page: string, frame: SiteFrame, index: ListIndex, year: string): string {
  const { say } = frame
  const links = index.years.map((one) => {
    const text = say('portal:site.year', { year: one.year, number: one.count })
    return `<li>${linkHtml(page, listPath(index.list, one.year, 1), text, one.year === year ? ' aria-current="true"' : '')}</li>`
  })
  return `<nav class="years" aria-label="${escaped(say('portal:site.years'))}"><ul>${links.join('')}</ul></nav>`
}

/** Ways to the other pages of a year: the first, the last and those around; a person is never more than a few steps away. */
function pages(
  page: string,
  frame: SiteFrame,
  index: ListIndex,
  year: string,
  at: number,
  last: number,
): string {
  if (last < 2) return ''
  const { say } = frame
  const near = [...new Set([1, at - 1, at, at + 1, at + 10, last])]
    .filter((number) => number >= 1 && number <= last)
    .toSorted((one, other) => one - other)
  const links = near.map(
    (number) =>
      `<li>${number === at ? `<b aria-current="page">${String(number)}</b>` : linkHtml(page, listPath(index.list, year, number), String(number))}</li>`,
  )
  return `<nav class="pages" aria-label="${escaped(say('portal:site.pages'))}"><ul>${links.join('')}</ul><p>${escaped(say('portal:site.pageOf', { page: at, pages: last }))}</p></nav>`
}

/**
 * One page of a list of one year.
 * @example listPage(frame, index, { year: '2026', page: 1, lines }).path // 'site/lists/all/2026-1.html'
 */
export function listPage(
  frame: SiteFrame,
  index: ListIndex,
  part: { readonly year: string; readonly page: number; readonly lines: readonly ListLine[] },
): { readonly path: string; readonly html: string } {
  const { say } = frame
  const { year, page, lines } = part
  const path = listPath(index.list, year, page)
  const count = index.years.find((one) => one.year === year)?.count ?? lines.length
  const last = Math.max(page, Math.ceil(count / LIST_PAGE))
  const ways = pages(path, frame, index, year, page, last)
  const title = say('portal:site.listTitle', { name: index.name, year })
  const body = `<h1>${escaped(title)}</h1>
${years(path, frame, index, year)}
${linesHtml(path, lines)}
${ways}`
  const here = index.list.kind === 'withdrawn' ? ({ here: 'withdrawn' } as const) : {}
  return { path, html: pageHtml(frame, { path, title, body, ...here }) }
}
