import type { DraftContent } from '../../../domain/notice/content.ts'
import type { NumberExplanation } from '../../../server/notice/convention/explain-numbers.ts'
import type { ValidityProposal } from '../../../server/notice/convention/validity.ts'
import type {
  NoticeValidityView,
  NumberAdvice,
  SeriesList,
  TextSuggestions,
} from '../../../server/notice/convention/views.ts'
import { api, taken } from '../../shared/api.ts'

/** Keys under which answers about conventions are kept. */
export const SERIES_KEY = ['number-series'] as const
export const validityKey = (id: string) => ['notice', id, 'validity'] as const

const notices = api.desk.notices[':id']

/** Every series of document numbers. */
export function getSeries(): Promise<SeriesList> {
  return taken(api.desk['number-series'].$get())
}

/** Says why numbers are missing. */
export function explainNumbers(explanation: NumberExplanation): Promise<SeriesList> {
  return taken(api.desk['number-series'].explanations.$post({ json: explanation }))
}

/** Who else bears a number, and which is next. */
export function getNumberAdvice(
  id: string,
  of: { readonly number: string; readonly year: string | null },
  signal?: AbortSignal,
): Promise<NumberAdvice> {
  const query = { number: of.number, ...(of.year !== null && { year: of.year }) }
  return taken(
    notices['document-number'].$get({ param: { id }, query }, { init: { signal: signal ?? null } }),
  )
}

/** The body of a request, as the client types it. */
type SuggestionBody = Parameters<(typeof notices)['suggestions']['$post']>[0]['json']

/** What the text suggests for keywords and abstract. */
export function getSuggestions(
  id: string,
  content: Pick<DraftContent, 'title' | 'body' | 'catalogueItemId'>,
): Promise<TextSuggestions> {
  const { title, body, catalogueItemId } = content
  return taken(
    notices.suggestions.$post({ param: { id }, json: { title, body, catalogueItemId } as SuggestionBody }),
  )
}

/** 有效性 of a published notice. */
export function getValidity(id: string): Promise<NoticeValidityView> {
  return taken(notices.validity.$get({ param: { id } }))
}

/** Proposes what became of a document. */
export function proposeValidity(id: string, proposal: ValidityProposal): Promise<NoticeValidityView> {
  return taken(notices.validity.$post({ param: { id }, json: proposal }))
}

/** Confirms, returns or recalls a proposal. */
export function decideValidity(
  proposal: number,
  decision: { readonly decision: 'CONFIRMED' | 'RETURNED' | 'RECALLED'; readonly reason: string },
): Promise<NoticeValidityView> {
  return taken(
    api.desk['validity-proposals'][':id'].decision.$post({ param: { id: String(proposal) }, json: decision }),
  )
}
