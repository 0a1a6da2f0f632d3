import { bodyText } from '../../../../domain/notice/body-text.ts'
import type { Block } from '../../../../domain/notice/body.ts'
import type { CivilDate, DraftContent } from '../../../../domain/notice/content.ts'
import { repairDocumentNumber } from '../../../../domain/notice/document-number.ts'
import { checkNoticeDates } from '../../../../domain/notice/notice-dates.ts'
import { checkTitle } from '../../../../domain/notice/title.ts'
import type { GateReport } from '../../../../server/notice/views.ts'

/** Fields that the person can be led to. */
export type Field =
  | 'title'
  | 'body'
  | 'catalogueItem'
  | 'documentNumber'
  | 'documentDate'
  | 'issueDate'
  | 'disclosureMode'
  | 'disclosureModeReason'
  | 'audience'
  | 'gate'

/** What may be missing; each is a key of `notice:missing`. */
export type MissingCode =
  | Exclude<Field, 'disclosureMode' | 'issueDate'>
  | 'documentDateFuture'
  | 'issueDateFuture'
  | 'dateOrder'
  | 'notProactive'

/** One thing that keeps a notice from being handed in: a key of `notice:missing` and where to mend it. */
export type Missing = {
  readonly code: MissingCode
  readonly field: Field
  readonly params: Readonly<Record<string, string | number>>
}

function hasPicture(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === 'image')
}

/** What a draft still lacks, in the order of the screen. The server decides; this spares the person the round. */
export function missingParts(
  content: DraftContent,
  gate: GateReport | undefined,
  today: CivilDate,
): Missing[] {
  const found: Missing[] = []
  const add = (code: MissingCode, field: Field, params: Missing['params'] = {}) =>
    found.push({ code, field, params })
  if (!checkTitle(content.title).ok) add('title', 'title')
  if (bodyText(content.body).trim() === '' && !hasPicture(content.body.content)) add('body', 'body')
  if (content.catalogueItemId === null) add('catalogueItem', 'catalogueItem')
  if (!repairDocumentNumber(content.documentNumber).ok) add('documentNumber', 'documentNumber')
  if (content.documentNumber.trim() !== '' && content.documentDate === null)
    add('documentDate', 'documentDate')
  const dates = checkNoticeDates({ documentDate: content.documentDate, issueDate: content.issueDate, today })
  if (!dates.ok && dates.code === 'notice.date-order') {
    const earlier = dates.params['earlier'] === 'documentDate' ? 'documentDate' : 'issueDate'
    if (dates.params['later'] === 'today') add(`${earlier}Future`, earlier)
    else add('dateOrder', 'issueDate')
  }
  if (content.disclosureMode !== 'PROACTIVE') {
    add('notProactive', 'disclosureMode')
    if (content.disclosureModeReason.trim() === '') add('disclosureModeReason', 'disclosureModeReason')
  }
  if (content.audience !== 'PUBLIC') add('audience', 'audience')
  const blocking = (gate?.hits ?? []).filter((hit) => hit.severity === 'BLOCK' && hit.override === null)
  if (gate && !gate.fits) add('gate', 'gate', { count: blocking.length })
  return found
}
