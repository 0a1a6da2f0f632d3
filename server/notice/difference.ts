import { sha256 } from '../../platform/sha256.ts'
import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { Reads } from '../../db/store.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { type Difference, differenceOf } from '../../domain/notice/difference.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import type { ComparedSide, DifferenceView } from './difference-views.ts'
import { draftAsPublic } from './draft-as-public.ts'

// A usual notice is compared in a few milliseconds; two long lists take seconds, and nothing else is answered meanwhile.
const LONG = 60_000

/**
 * What differs between two contents; long ones are compared in the worker's thread.
 * @example (await compareContents(deps, draft, final)).same
 */
export async function compareContents(
  deps: Deps,
  before: PublicContent,
  after: PublicContent,
): Promise<Difference> {
  const long = Math.max(JSON.stringify(before).length, JSON.stringify(after).length) > LONG
  return long ? deps.work.run('compareContents', { before, after }) : differenceOf(before, after)
}

type Side = { readonly side: ComparedSide; readonly content: PublicContent }

/** Which two states of a notice are compared. */
export type DifferenceQuery =
  { readonly of: 'draft' | 'submission' } | { readonly from: string; readonly to: string }

function editionSide(edition: StoredEdition): Side {
  return {
    side: {
      of: 'EDITION',
      hash: edition.hash,
      editionNumber: edition.editionNumber,
      publishedAt: edition.publishedAt,
    },
    content: JSON.parse(edition.content) as PublicContent,
  }
}

function submissionSide(submission: { readonly hash: string; readonly content: string }): Side {
  return {
    side: { of: 'SUBMISSION', hash: submission.hash, editionNumber: null, publishedAt: null },
    content: JSON.parse(submission.content) as PublicContent,
  }
}

// Editions and submissions of this notice and of no other: a hash is no key to what somebody else wrote.
function sideByHash(read: Reads, noticeId: string, hash: string): Side | null {
  const edition = read.edition.ofNotice(noticeId).find((candidate) => candidate.hash === hash)
  if (edition) return editionSide(edition)
  const submission = read.submission.newest(noticeId)
  return submission?.hash === hash ? submissionSide(submission) : null
}

/**
 * What differs between a draft or submission and the edition published last before it, or between two states named by
 * their hashes. A withdrawn edition counts as published: readers know it. Refuses `notice.not-found`.
 * @example await noticeDifference(deps, id, { of: 'submission' })
 */
export async function noticeDifference(
  deps: Deps,
  noticeId: string,
  query: DifferenceQuery,
): Promise<Result<DifferenceView>> {
  const { read } = deps.store
  const notice = read.notice.byId(noticeId)
  if (!notice) return refuse('notice.not-found')
  if ('from' in query) {
    const from = sideByHash(read, noticeId, query.from)
    const to = sideByHash(read, noticeId, query.to)
    return from && to ? accept(await compared(deps, from, to)) : refuse('notice.not-found')
  }
  const submission = query.of === 'submission' ? read.submission.newest(noticeId) : undefined
  if (query.of === 'submission' && !submission) return refuse('notice.not-found')
  const to = submission ? submissionSide(submission) : draftSide(read, notice)
  const former = lastBefore(read, noticeId, submission?.hash)
  return accept(await compared(deps, former ? editionSide(former) : null, to))
}

function draftSide(read: Reads, notice: StoredNotice): Side {
  const content = draftAsPublic(read, notice, notice.content)
  return {
    side: { of: 'DRAFT', hash: sha256(canonicalContent(content)), editionNumber: null, publishedAt: null },
    content,
  }
}

// A submission that has become an edition is compared with the one before it, not with itself.
function lastBefore(
  read: Reads,
  noticeId: string,
  submissionHash: string | undefined,
): StoredEdition | undefined {
  const editions = read.edition
    .ofNotice(noticeId)
    .toSorted((one, other) => other.editionNumber - one.editionNumber)
  return editions[0]?.hash === submissionHash ? editions[1] : editions[0]
}

async function compared(deps: Deps, from: Side | null, to: Side): Promise<DifferenceView> {
  return {
    from: from?.side ?? null,
    to: to.side,
    difference: from && (await compareContents(deps, from.content, to.content)),
  }
}
