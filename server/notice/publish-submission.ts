import type { StoredEdition } from '../../db/repos/edition-repo.ts'
import type { StoredNotice } from '../../db/repos/notice-repo.ts'
import type { StoredSubmission } from '../../db/repos/submission-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { interpretationOf, type NoticePlacement, policyOf } from '../../domain/notice/placement.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { AuditEntry } from '../../domain/audit/audit-event.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { dictionaryInUse } from '../display/initials/reading-dictionary.ts'
import { readingToStore } from '../display/initials/read-title.ts'
import { closeByPublication } from '../duty/publication.ts'
import type { Principal } from '../principal.ts'
import { requireItemOfUnit, requireOpenItem, requireTarget } from './placement-rules.ts'
import { requireClean, scanNotice } from './privacy-gate.ts'
import { groupFor, searchableText } from './public-listing.ts'
import { afterPublication } from './publication-steps.ts'
import { checkSubmission } from './submission-checks.ts'
import { takeIndexNumber } from './take-index-number.ts'

/** What publishing made. */
export type Published = {
  readonly indexNumber: string
  readonly hash: string
  readonly editionNumber: number
}

/** How it is published; `detail` is said in the log beside what is always said. */
export type PublicationOptions = {
  readonly clockConfirmed: boolean
  readonly detail?: AuditEntry['detail']
}

/**
 * Refuses `notice.clock-doubtful` when the computer's clock is older than what is on record: the date of publication is
 * evidence and can never be changed. A person who has looked at the clock may confirm it (design §4.5); the duty it works off
 * then stands closed on that day without any further confirmation.
 * @example requireTrustedClock(deps, read, false)
 */
function requireTrustedClock(deps: Pick<Deps, 'clock'>, read: Reads, confirmed: boolean): Result<true> {
  const now = deps.clock.now()
  const latest = read.audit.latestInstant()
  if (confirmed || latest === null || latest <= now) return accept(true)
  return refuse('notice.clock-doubtful', { today: civilDateOf(now), latest: civilDateOf(latest) })
}

/** Everything of a frozen submission that may have changed since it was handed in. */
function checkStillSound(
  deps: Deps,
  read: Reads,
  notice: StoredNotice,
  frozen: {
    readonly content: PublicContent
    readonly placement: NoticePlacement
    readonly itemId: string | null
  },
): Result<true> {
  const { content, placement, itemId } = frozen
  // The catalogue may have changed since the approval, and the document interpreted may have been taken down.
  for (const fits of [
    requireOpenItem(read, itemId, placement.unitId),
    requireItemOfUnit(read, itemId, placement.unitId),
    requireTarget(read, interpretationOf(content, placement), content),
  ]) {
    if (!fits.ok) return fits
  }
  // The frozen text cannot have changed, but overrides may have ended, and what a newer program finds in the text must
  // not go out on yesterday's answer. (Of files the passages of the day they were added are read again.)
  const clean = requireClean(scanNotice(deps, notice, content, read.attachment.everOfNotice(notice.id)))
  if (!clean.ok) return clean
  const today = civilDateOf(deps.clock.now())
  return checkSubmission({ deps, read, noticeId: notice.id, content, placement, itemId, today })
}

/**
 * The next draft has to say what it changes itself: the note of the edition that goes out now is not its own. As a new revision,
 * so that a window that is still open does not save it back.
 */
function saidAlready(
  { content, revision }: StoredNotice,
  { change }: PublicContent,
): Pick<StoredNotice, 'content' | 'revision'> | null {
  if (content.change?.kind !== change?.kind || content.change?.note !== change?.note) return null
  return content.change === null ? null : { content: { ...content, change: null }, revision: revision + 1 }
}

/** The edition that stood until now leaves the public list; it stays readable. */
function supersede(write: Writes, current: StoredEdition | undefined): void {
  if (!current) return
  write.edition.setState(current.id, 'SUPERSEDED')
  write.search.remove(current.id)
  write.titleReading.remove(current.id)
  write.edition.countInGroup(current.publicGroupId, -1)
}

/**
 * Publishes an open submission whose approvals the caller has checked (or may do without), inside the caller's transaction:
 * edition frozen, index number taken, search rows written, the former edition superseded, outbox filled, duty closed, log
 * appended. Checks catalogue, privacy gate and the areas' own rules once more. Refuses `notice.privacy-hit`,
 * `notice.clock-doubtful`, `notice.item-named-persons`, `notice.item-not-in-catalogue`,
 * `notice.interpretation-target-unpublished` and what `checkSubmission` refuses.
 * @example publishSubmission(deps, write, read, principal, notice, submission, { clockConfirmed: false })
 */
export function publishSubmission(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  notice: StoredNotice,
  submission: StoredSubmission,
  options: PublicationOptions,
): Result<Published> {
  const { id } = notice
  const content = JSON.parse(submission.content) as PublicContent
  // What was frozen counts: the working copy may have become a next draft meanwhile.
  const { catalogueItemId } = submission
  const placement = submission.placement ?? read.placement.of(id)
  const sound = checkStillSound(deps, read, notice, { content, placement, itemId: catalogueItemId })
  if (!sound.ok) return sound
  const clock = requireTrustedClock(deps, read, options.clockConfirmed)
  if (!clock.ok) return clock

  const at = deps.clock.now()
  const publishDate = civilDateOf(at)
  const indexNumber = notice.indexNumber ?? takeIndexNumber(read, write, publishDate)
  const item = catalogueItemId === null ? undefined : read.catalogue.item(catalogueItemId)
  const publicGroupId = groupFor(read, write, content, item?.regime ?? 'GOV')
  const former = read.edition.ofNotice(id)
  const current = former.find((edition) => edition.state === 'PUBLISHED')
  supersede(write, current)
  const editionNumber = (former[0]?.editionNumber ?? 0) + 1
  const editionId = write.edition.insert({
    noticeId: id,
    editionNumber,
    hash: submission.hash,
    content: submission.content,
    indexNumber,
    submissionId: submission.id,
    publishedBy: principal.id,
    publishedAt: at,
    publishDate,
    state: 'PUBLISHED',
    title: content.title,
    noticeKind: content.noticeKind,
    documentNumber: content.documentNumber,
    publicGroupId,
  })
  if (catalogueItemId !== null) write.placement.published(editionId, catalogueItemId)
  write.edition.countInGroup(publicGroupId, 1)
  write.search.add(editionId, content.title, searchableText(content, indexNumber))
  const { title, documentNumber } = content
  const reading = readingToStore({ title, indexNumber, documentNumber }, dictionaryInUse(read))
  write.titleReading.put(editionId, reading)
  write.exchange.queue('EDITION', editionId, at)
  write.submission.close(submission.id)
  const next = notice.revision !== submission.revision
  write.notice.update(id, {
    state: next ? 'DRAFT' : 'PUBLISHED',
    indexNumber,
    updatedAt: at,
    ...(next && saidAlready(notice, content)),
  })
  closeByPublication(deps, write, read, principal, {
    noticeId: id,
    title: content.title,
    itemId: catalogueItemId,
    placement: {
      ...placement,
      interpretation: interpretationOf(content, placement),
      policy: policyOf(content, placement),
    },
    documentDate: content.documentDate,
    supersedes: current !== undefined,
    at,
    on: publishDate,
  })
  afterPublication({
    deps,
    write,
    read,
    principal,
    noticeId: id,
    editionId,
    editionNumber,
    submissionId: submission.id,
    content,
    itemId: catalogueItemId,
    placement,
    former: current,
    at,
    on: publishDate,
  })
  record(
    deps,
    write,
    principal,
    'notice.publish',
    { kind: 'notice', id },
    { ...options.detail, hash: submission.hash, indexNumber, editionNumber },
  )
  return accept({ indexNumber, hash: submission.hash, editionNumber })
}
