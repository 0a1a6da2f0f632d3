import { setImmediate } from 'node:timers/promises'
import type { SearchCursor } from '../../../db/repos/desk-search-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { DeskSearch } from '../../../domain/notice/desk-search.ts'
import type { Deps } from '../../deps.ts'
import { noticeRow } from '../list-notices.ts'
import type { NoticeRow, Page, PersonRef } from '../views.ts'

const PAGE_SIZE = 50
/** So few rows that a request never waits noticeably behind them. */
const AT_ONCE = 10

/** A page of what was found; with `more` there are more than `total`. */
export type FoundNotices = Page<NoticeRow> & { readonly more: boolean }

function cursorFrom(text: string | null): SearchCursor | null {
  const [updatedAt, id] = (text ?? '').split('~')
  return updatedAt && id ? { updatedAt, id } : null
}

/** What the conditions of a search offer. */
export type SearchChoices = { readonly units: readonly PersonRef[]; readonly people: readonly PersonRef[] }

/**
 * Units and people a search may name, people who have left included: they stand in the records.
 * @example searchChoices(read).people
 */
export function searchChoices(read: Reads): SearchChoices {
  const office = read.office.office()?.name ?? ''
  return {
    units: read.unit.list().map(({ id, name }) => ({ id, name: name === '' ? office : name })),
    people: read.office.accounts().map(({ id, name }) => ({ id, name })),
  }
}

/**
 * The rows of notices by id, in that order, some at a time so that the kiosk's requests come in between.
 * @example (await rowsOf(read, ids))[0]?.title
 */
export async function rowsOf(read: Reads, ids: readonly string[]): Promise<readonly NoticeRow[]> {
  const rows: NoticeRow[] = []
  for (const [index, id] of ids.entries()) {
    if (index % AT_ONCE === 0) await setImmediate()
    const notice = read.notice.byId(id)
    if (notice) rows.push(noticeRow(read, notice))
  }
  return rows
}

/**
 * What a search at the desk finds: notices in every state, drafts too, those last worked on first, fifty a page.
 * @example await searchNotices(deps, { ...emptySearch(), words: '低保' }, null)
 */
export async function searchNotices(
  deps: Pick<Deps, 'store' | 'work'>,
  search: DeskSearch,
  cursor: string | null,
): Promise<FoundNotices> {
  const { read, database } = deps.store
  const { ids, total, more } = await deps.work.run('findNotices', {
    ...{ file: database.name, search, cursor: cursorFrom(cursor), limit: PAGE_SIZE + 1 },
  })
  const items = await rowsOf(read, ids.slice(0, PAGE_SIZE))
  const last = items[items.length - 1]
  return { items, next: ids.length > PAGE_SIZE && last ? `${last.updatedAt}~${last.id}` : null, total, more }
}
