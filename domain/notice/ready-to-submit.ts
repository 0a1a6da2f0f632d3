import { accept, refuse, type Result } from '../refusal.ts'
import { bodyText } from './body-text.ts'
import type { CivilDate, DraftContent } from './content.ts'
import { repairDocumentNumber } from './document-number.ts'
import { checkNoticeDates } from './notice-dates.ts'
import { checkTitle } from './title.ts'

/**
 * Everything a draft needs before it may be handed in; drafts may be incomplete until then. Gives the draft with its
 * title and document number tidied. Refuses with the first thing that is missing, in the order of the form.
 * Source: R-043 (公开属性 is required, with a reason when not proactive); domain book §5.1, §5.3.
 * @example readyToSubmit(draft, '2026-11-23')
 */
export function readyToSubmit(draft: DraftContent, today: CivilDate): Result<DraftContent> {
  const title = checkTitle(draft.title)
  if (!title.ok) return title
  // A picture alone is a body too: a scanned map, for example.
  if (bodyText(draft.body).trim() === '' && !draft.body.content.some((block) => block.type === 'image')) {
    return refuse('notice.body-required')
  }
  if (draft.catalogueItemId === null) return refuse('notice.catalogue-item-required')
  const number = repairDocumentNumber(draft.documentNumber)
  if (!number.ok) return number
  if (number.value.value !== '' && draft.documentDate === null) return refuse('notice.document-date-required')
  const dates = checkNoticeDates({ documentDate: draft.documentDate, issueDate: draft.issueDate, today })
  if (!dates.ok) return dates
  if (draft.disclosureMode !== 'PROACTIVE')
    return refuse('notice.not-proactive', { mode: draft.disclosureMode })
  if (draft.audience !== 'PUBLIC') return refuse('notice.not-public-audience', { audience: draft.audience })
  return accept({ ...draft, title: title.value, documentNumber: number.value.value })
}
