import type { CivilDate } from './content.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { NoticeState } from './notice-state.ts'

/** Which of a notice's days a span is about: published, 成文日期, or last worked on. */
export const SEARCHED_DAYS = ['PUBLISHED', 'DOCUMENT', 'CHANGED'] as const
/** One of them. */
export type SearchedDay = (typeof SEARCHED_DAYS)[number]

/** Where words are looked for: in the notice itself, in its files, or in both. */
export const SEARCHED_TEXTS = ['NOTICE', 'FILES', 'BOTH'] as const
/** One of them. */
export type SearchedText = (typeof SEARCHED_TEXTS)[number]

/** What somebody at the desk looks for; everything that is said must hold, what is null says nothing. */
export type DeskSearch = {
  /** Words of title or text; empty for any. */
  readonly words: string
  readonly within: SearchedText
  /** The beginning of a 发文字号; empty for any. */
  readonly documentNumber: string
  /** The beginning or end of an 索引号; empty for any. */
  readonly indexNumber: string
  readonly itemId: string | null
  readonly unitId: string | null
  readonly noticeKind: NoticeKind | null
  readonly state: NoticeState | null
  readonly day: SearchedDay
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  /** Who wrote on it, or gave a decision on it. */
  readonly personId: string | null
}

/**
 * A search that finds everything.
 * @example emptySearch().state // null
 */
export function emptySearch(): DeskSearch {
  return {
    ...{ words: '', within: 'BOTH', documentNumber: '', indexNumber: '', itemId: null, unitId: null },
    ...{ noticeKind: null, state: null, day: 'PUBLISHED', from: null, to: null, personId: null },
  }
}
