import type { StoredSubmission } from '../../db/repos/submission-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { DraftContent, PublicContent } from '../../domain/notice/content.ts'
import { neededDecisions, type NeededDecision } from '../../domain/notice/decisions.ts'
import { chainFor, chainKey, type ReviewChain, rulesInForce } from '../../domain/notice/review-chain.ts'
import { itemPath } from './placement-rules.ts'

/**
 * The review chain a draft would be handed in under now: as the office has set it, else as the product comes. A notice about
 * a village's money has the chain of a finance table (`chainKey`).
 * @example chainOf(read, { ...draft, id }) // [['REVIEW', 'SECRECY_REVIEW']]
 */
export function chainOf(
  read: Reads,
  draft: Pick<DraftContent, 'catalogueItemId' | 'noticeKind' | 'title'> & { readonly id: string },
): ReviewChain {
  const item = draft.catalogueItemId === null ? undefined : read.catalogue.item(draft.catalogueItemId)
  const accounts = read.noticeTable
    .ofNotice(draft.id)
    .some(({ reading, state }) => state === 'IN_TEXT' && reading.listType === 'VILLAGE_FINANCE')
  const key = chainKey({
    ...{ regime: item?.regime ?? 'GOV', noticeKind: draft.noticeKind, title: draft.title },
    ...{ item: item ? itemPath(item) : '', villageAccounts: accounts },
  })
  return chainFor(rulesInForce(read.review.chains()), key)
}

/**
 * What a submission needs, by the chain it was handed in under and the languages it holds.
 * @example neededOf(submission).flat().length // 2
 */
export function neededOf(
  submission: Pick<StoredSubmission, 'chain' | 'content'>,
): readonly (readonly NeededDecision[])[] {
  const content = JSON.parse(submission.content) as PublicContent
  return neededDecisions(
    submission.chain,
    (content.texts ?? []).map(({ language }) => language),
  )
}

/**
 * Who is named as translator of a text of the content; empty for the Chinese text and for one nobody is named under.
 * @example translatorOf(content, 'mn-Mong') // '巴图'
 */
export function translatorOf(content: PublicContent, language: string): string {
  return content.texts?.find((text) => text.language === language)?.translator ?? ''
}
