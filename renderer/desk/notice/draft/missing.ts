import { checkPlan } from '../../../../domain/display/check-plan.ts'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import type { Block } from '../../../../domain/notice/body.ts'
import type { CivilDate, DraftContent } from '../../../../domain/notice/content.ts'
import { repairDocumentNumber } from '../../../../domain/notice/document-number.ts'
import { checkNoticeDates } from '../../../../domain/notice/notice-dates.ts'
import {
  interpretationOf,
  interpretationPlanned,
  type NoticePlacement,
  openElements,
  policyOf,
} from '../../../../domain/notice/placement.ts'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'
import { checkTitle } from '../../../../domain/notice/title.ts'
import { textFault } from '../../../../domain/language/text-fault.ts'
import type { PlacementView } from '../../../../server/notice/placement-views.ts'
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
  | 'change'
  | 'expiresAt'
  | 'gate'
  | 'scope'
  | 'policy'
  | 'interpretation'
  | 'interpretationElements'
  | `language-${NoticeLanguage}`
  | 'display'

/** What may be missing; each is a key of `notice:missing`. */
export type MissingCode =
  | 'languageText'
  | Exclude<Field, 'disclosureMode' | 'issueDate' | 'display' | 'expiresAt' | `language-${NoticeLanguage}`>
  | 'documentDateFuture'
  | 'issueDateFuture'
  | 'dateOrder'
  | 'notProactive'
  | 'displayLength'
  | 'displayPlace'
  | 'displayObjection'

/** One thing that keeps a notice from being handed in: a key of `notice:missing` and where to mend it. */
export type Missing = {
  readonly code: MissingCode
  readonly field: Field
  readonly params: Readonly<Record<string, string | number>>
}

function hasPicture(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.type === 'image')
}

/** Where the draft on the screen belongs, and what the catalogue says of its item. */
export type Belongs = {
  readonly placement: NoticePlacement
  readonly view: Pick<PlacementView, 'partner'>
  readonly item: PlacementView['item']
  /** It has been published before, so this one has to say what it changes. */
  readonly former?: boolean
}

function placementFaults(content: DraftContent, belongs: Belongs): Missing[] {
  const { placement, view, item } = belongs
  const interpretation = interpretationOf(content, placement)
  const open = interpretation ? openElements(interpretation).length : 0
  const partner = view.partner
  const faults: (Missing | false)[] = [
    item?.scope === 'NAMED_PERSONS' && { code: 'scope', field: 'scope', params: {} },
    !interpretationPlanned(policyOf(content, placement)).ok && {
      code: 'policy',
      field: 'policy',
      params: {},
    },
    interpretation !== null &&
      partner?.id === interpretation.ofNoticeId &&
      !partner.published && { code: 'interpretation', field: 'interpretation', params: {} },
    open > 0 && {
      code: 'interpretationElements',
      field: 'interpretationElements',
      params: { count: open },
    },
  ]
  return faults.filter((fault) => fault !== false)
}

/** What a 公示 still has to say. */
function displayFault(content: DraftContent): Missing | null {
  if (content.noticeKind !== 'PUBLIC_DISPLAY') return null
  const checked = checkPlan(content.display)
  if (checked.ok) return null
  const code =
    checked.code === 'display.place-required'
      ? 'displayPlace'
      : checked.code === 'display.objection-required'
        ? 'displayObjection'
        : 'displayLength'
  return { code, field: 'display', params: {} }
}

/** What a draft still lacks, in the order of the screen. The server decides; this spares the person the round. */
export function missingParts(
  content: DraftContent,
  gate: GateReport | undefined,
  today: CivilDate,
  belongs: Belongs | null = null,
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
  const { change } = content
  if (belongs?.former && (!change || (change.kind !== 'MINOR' && change.note.trim() === ''))) {
    add('change', 'change')
  }
  for (const text of content.texts) {
    const part = textFault(text, content.abstract)
    if (part) add('languageText', `language-${text.language}`, { language: text.language, part })
  }
  if (belongs) found.push(...placementFaults(content, belongs))
  const display = displayFault(content)
  if (display) found.push(display)
  const blocking = (gate?.hits ?? []).filter((hit) => hit.severity === 'BLOCK' && hit.override === null)
  if (gate && !gate.fits) add('gate', 'gate', { count: blocking.length })
  return found
}
