import type { Office } from '../office/office.ts'
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
}

/**
 * The public content of a draft: what the reviewers decide on and what an edition is, to the letter. Inner fields
 * (why a document is not proactive, the row's id) stay in the office.
 * @example publicContent({ draft, office, item: null, attachments: [] }).format // 'board-edition/1'
 */
export function publicContent(input: PublicContentInput): PublicContent {
  const { catalogueItemId: _, disclosureModeReason: __, ...draft } = input.draft
  return {
    ...draft,
    format: 'board-edition/1',
    office: { name: input.office.name, uscc: input.office.uscc },
    signature: draft.signature === '' ? input.office.name : draft.signature,
    catalogue: input.item && {
      name: input.item.catalogueName,
      level1: input.item.itemLevel1,
      level2: input.item.itemLevel2,
    },
    attachments: input.attachments,
  }
}
