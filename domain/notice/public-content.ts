import type { Office } from '../office/office.ts'
import type { Unit } from '../office/unit.ts'
import type { DraftContent, PublicAttachment, PublicContent } from './content.ts'

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
}

/**
 * The public content of a draft: what the reviewers decide on and what an edition is, to the letter. Inner fields
 * (why a document is not proactive, the row's id) stay in the office. What is absent when it does not apply leaves the
 * hash of a notice without it as it always was.
 * @example publicContent({ draft, office, item: null, attachments: [] }).format // 'board-edition/1'
 */
export function publicContent(input: PublicContentInput): PublicContent {
  const { catalogueItemId: _, disclosureModeReason: __, ...draft } = input.draft
  const unit = namedUnit(input.unit)
  return {
    ...draft,
    format: 'board-edition/1',
    office: { name: input.office.name, uscc: input.office.uscc },
    ...(unit && { unit }),
    ...(input.interprets && {
      interprets: { indexNumber: input.interprets.indexNumber, title: input.interprets.title },
    }),
    signature: draft.signature === '' ? (unit?.name ?? input.office.name) : draft.signature,
    catalogue: input.item && {
      name: input.item.catalogueName,
      level1: input.item.itemLevel1,
      level2: input.item.itemLevel2,
    },
    attachments: input.attachments,
  }
}

function namedUnit(unit: PublicContentInput['unit']): PublicContent['unit'] | null {
  if (unit === undefined) return null
  const { name, kind } = unit
  return kind === 'TOWNSHIP' ? null : { name, kind }
}
