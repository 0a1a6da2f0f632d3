import { setImmediate } from 'node:timers/promises'
import type { DeskSearch } from '../../../domain/notice/desk-search.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { sentencesIn } from '../../../platform/sentence.ts'
import type { NoticeRow } from '../views.ts'
import { rowsOf } from './search-notices.ts'

/** More rows than a person files; the foot says when there were more. */
const MOST_ROWS = 5000
/** Requests of the kiosk come in between. */
const AT_ONCE = 50

const COLUMNS = [
  ['name', 44],
  ['noticeKind', 12],
  ['state', 12],
  ['indexNumber', 28],
  ['documentNumber', 20],
  ['item', 30],
  ['documentDate', 14],
  ['publishDate', 14],
  ['handler', 12],
] as const

/**
 * What a search finds as an XLSX list, at most 5,000 rows, in Chinese whatever language the desk is read in; the foot says
 * office, day, and whether rows were left out.
 * @example (await foundSheet(deps, search)).fileName // '信息查询结果-2026-11-23.xlsx'
 */
export async function foundSheet(
  deps: Deps,
  search: DeskSearch,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  const { read } = deps.store
  const { say } = sentencesIn('zh-Hans')
  const today = civilDateOf(deps.clock.now())
  const { ids } = await deps.work.run('findNotices', {
    ...{ file: deps.store.database.name, search, cursor: null, limit: MOST_ROWS + 1 },
  })
  const rows: (NoticeRow & { readonly documentDate: string })[] = []
  for (const row of await rowsOf(read, ids.slice(0, MOST_ROWS))) {
    if (rows.length % AT_ONCE === 0) await setImmediate()
    rows.push({ ...row, documentDate: read.notice.byId(row.id)?.content.documentDate ?? '' })
  }
  const office = read.office.office()?.name ?? ''
  const foot = say(ids.length > MOST_ROWS ? 'terms:foundSheet.footMore' : 'terms:foundSheet.foot', {
    ...{ office, today, count: rows.length },
  })
  const title = say('terms:foundSheet.title')
  const bytes = await deps.work.run('writeSheet', {
    ...{ sheet: title, title, foot },
    columns: COLUMNS.map(([name, width]) => ({ label: say(`terms:foundSheet.${name}`), width })),
    rows: rows.map((row) => [
      row.title,
      say(`terms:noticeKind.${row.noticeKind}`),
      say(`terms:noticeState.${row.state}`),
      row.indexNumber ?? '',
      row.documentNumber,
      row.catalogueItem ?? '',
      row.documentDate,
      row.publishedAt === null ? '' : civilDateOf(row.publishedAt),
      row.handler.name,
    ]),
  })
  return { bytes, fileName: `${title}-${today}.xlsx` }
}
