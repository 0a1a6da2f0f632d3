import { EMPTY_BODY } from './body.ts'
import type { DraftContent } from './content.ts'

/** What a draft of an earlier program did not have yet. */
const NOTHING_MORE = {
  keywords: [],
  abstract: '',
  validity: { from: null, to: null },
  change: null,
  expiresAt: null,
  display: null,
  emergency: null,
  texts: [],
} as const satisfies Partial<DraftContent>

/** A draft as an earlier program stored it. */
export type StoredDraft = Omit<DraftContent, keyof typeof NOTHING_MORE> & Partial<DraftContent>

/**
 * A stored draft with everything a draft has today.
 * @example completeDraft(stored).keywords // []
 */
export function completeDraft(stored: StoredDraft): DraftContent {
  return { ...NOTHING_MORE, ...stored }
}

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
    ...NOTHING_MORE,
  }
}
