import type { Office } from '../office/office.ts'
import type { Unit } from '../office/unit.ts'
import type { DraftContent, PublicAttachment, PublicContent } from './content.ts'
import { emptyDraft } from './empty-draft.ts'

/** What the public content is made from, beside the draft. */
export type PublicContentInput = {
  readonly draft: DraftContent
  readonly office: Pick<Office, 'name' | 'uscc'>
  readonly item: {
    readonly catalogueName: string
    readonly itemLevel1: string
    readonly itemLevel2: string
  } | null
  readonly attachments: readonly PublicAttachment[]
  /** Whose notice it is; left out or the township, the content does not name it. */
  readonly unit?: Pick<Unit, 'name' | 'kind'> | undefined
  /** The published document it interprets. */
  readonly interprets?: PublicContent['interprets'] | undefined
  /** How opinions on it are gathered. */
  readonly consultation?: PublicContent['consultation'] | undefined
}

/**
 * The public content of a draft: what the reviewers decide on and what an edition is, to the letter. Inner fields
 * (why a document is not proactive, the row's id) stay in the office. What is absent when it does not apply leaves the
 * hash of a notice without it as it always was.
 * @example publicContent({ draft, office, item: null, attachments: [] }).format // 'board-edition/1'
 */
export function publicContent(input: PublicContentInput): PublicContent {
  const { draft } = input
  const unit = namedUnit(input.unit)
  return {
    format: 'board-edition/1',
    title: draft.title,
    body: draft.body,
    noticeKind: draft.noticeKind,
    documentNumber: draft.documentNumber,
    documentDate: draft.documentDate,
    issueDate: draft.issueDate,
    disclosureMode: draft.disclosureMode,
    audience: draft.audience,
    addressee: draft.addressee,
    ...whereSaid(draft),
    office: { name: input.office.name, uscc: input.office.uscc },
    ...(unit && { unit }),
    ...(input.interprets && {
      interprets: { indexNumber: input.interprets.indexNumber, title: input.interprets.title },
    }),
    ...(input.consultation && { consultation: input.consultation }),
    signature: draft.signature === '' ? (unit?.name ?? input.office.name) : draft.signature,
    catalogue: input.item && {
      name: input.item.catalogueName,
      level1: input.item.itemLevel1,
      level2: input.item.itemLevel2,
    },
    attachments: input.attachments,
  }
}

/**
 * The working copy a public content was made from: what goes back when a next draft is put away. What stays in the office
 * comes beside it. A signature that is only the name of office or unit was left empty.
 * @example draftOf(content, { catalogueItemId: 'item-7', disclosureModeReason: '' }).keywords // []
 */
export function draftOf(
  content: PublicContent,
  inner: Pick<DraftContent, 'catalogueItemId' | 'disclosureModeReason'>,
): DraftContent {
  const { title, body, noticeKind, documentNumber, documentDate, issueDate } = content
  const { disclosureMode, audience, addressee, signature, office, unit } = content
  const { keywords, abstract, validity, change, expiresAt, display, emergency, texts } = content
  return {
    ...emptyDraft(inner.catalogueItemId),
    ...{
      title,
      body,
      noticeKind,
      documentNumber,
      documentDate,
      issueDate,
      disclosureMode,
      audience,
      addressee,
    },
    signature: signature === (unit?.name ?? office.name) ? '' : signature,
    disclosureModeReason: inner.disclosureModeReason,
    ...(keywords && { keywords }),
    ...(abstract !== undefined && { abstract }),
    ...(validity && { validity }),
    ...(change && { change }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(display && { display }),
    ...(emergency && { emergency }),
    ...(texts && { texts }),
  }
}

// Only a 公示 has a display, whatever the draft still holds from when it was one.
function whereSaid(draft: DraftContent): Partial<PublicContent> {
  const { keywords, abstract, validity, change, expiresAt, display, emergency, texts } = draft
  return {
    ...(keywords.length > 0 && { keywords }),
    ...(abstract !== '' && { abstract }),
    ...((validity.from !== null || validity.to !== null) && { validity }),
    ...(change && { change }),
    ...(expiresAt !== null && { expiresAt }),
    ...(display && draft.noticeKind === 'PUBLIC_DISPLAY' && { display }),
    ...(emergency && { emergency }),
    ...(texts.length > 0 && { texts }),
  }
}

function namedUnit(unit: PublicContentInput['unit']): PublicContent['unit'] | null {
  if (unit === undefined) return null
  const { name, kind } = unit
  return kind === 'TOWNSHIP' ? null : { name, kind }
}
