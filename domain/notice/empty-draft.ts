import { EMPTY_BODY } from './body.ts'
import type { DraftContent } from './content.ts'

/**
 * What a new notice holds: nothing written, open to everybody, proactive, as most are.
 * @example emptyDraft('item-7').catalogueItemId // 'item-7'
 */
export function emptyDraft(catalogueItemId: string | null = null): DraftContent {
  return {
    title: '',
    body: EMPTY_BODY,
    noticeKind: 'NOTIFICATION',
    catalogueItemId,
    documentNumber: '',
    documentDate: null,
    issueDate: null,
    disclosureMode: 'PROACTIVE',
    disclosureModeReason: '',
    audience: 'PUBLIC',
    addressee: '',
    signature: '',
  }
}
