import type { Reads, Writes } from '../../db/store.ts'
import { sha256 } from '../../db/sha256.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { bodyText } from '../../domain/notice/body-text.ts'
import { fullyApproved } from '../../domain/notice/decisions.ts'
import { interpretationOf, policyOf } from '../../domain/notice/placement.ts'
import { indexSeries, parseIndexTemplate, renderIndexNumber } from '../../domain/notice/index-number.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { closeByPublication } from '../duty/publication.ts'
import { requireConfirmed } from '../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../principal.ts'
import { findNotice } from './find-notice.ts'
import { requireItemOfUnit, requireOpenItem, requireTarget } from './placement-rules.ts'
import { requireClean, scanNotice } from './privacy-gate.ts'

/** What publishing made. */
export type Published = {
  readonly indexNumber: string
  readonly hash: string
  readonly editionNumber: number
}

function takeIndexNumber(read: Reads, write: Writes, date: string): string {
  const office = read.office.office()
  const template = office && parseIndexTemplate(office.indexTemplate)
  if (!office || !template?.ok) throw new Error('the index template was checked when the office was saved')
  const values = { uscc: office.uscc, regionCode: office.regionCode, classCode: '', date }
  const series = indexSeries(template.value, values)
  // Another template may have given the same text before: what hangs under a number keeps it.
  for (;;) {
    const number = renderIndexNumber(template.value, values, write.edition.takeSerial(series))
    if (read.edition.byIndexNumber(number).length === 0) return number
  }
}

/**
 * The heading of the public list an edition belongs under, made at first use. Two catalogues that bear one name but are
 * of two regimes have a heading each.
 * @example groupFor(read, write, content, 'GOV') // '5b1c…'
 */
export function groupFor(
  read: Reads,
  write: Writes,
  content: Pick<PublicContent, 'catalogue'>,
  regime: 'GOV' | 'VILLAGE' | 'RESIDENT' | 'PARTY',
): string {
  const catalogueName = content.catalogue?.name ?? ''
  const name = content.catalogue?.level1 ?? ''
  const known = read.edition.group(catalogueName, name, regime)
  if (known) return known.id
  const id = sha256(`${regime}\n${catalogueName}\n${name}`).slice(0, 16)
  write.edition.insertGroup({ id, name, catalogueName, regime })
  return id
}

/**
 * The text an edition is found by, beside its title: body, numbers, unit, names of attachments.
 * @example searchableText(content, '11990000…/2026-00012')
 */
export function searchableText(content: PublicContent, indexNumber: string): string {
  return [
    bodyText(content.body),
    content.documentNumber,
    indexNumber,
    content.addressee,
    content.signature,
    content.unit?.name ?? '',
    ...content.attachments.filter((file) => file.role === 'ATTACHMENT').map((file) => file.name),
  ].join('\n')
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

/**
 * Publishes what was approved, in one transaction: edition frozen, index number taken, search rows written, the former
 * edition superseded, outbox filled, log appended. After a power cut either all of it is there or none (design §4.2).
 * The duty it works off is closed with it.
 * Needs HANDLER; checks decisions, catalogue and privacy gate once more. Refuses `notice.submission-changed`,
 * `notice.review-missing`, `notice.author-may-not-decide`, `notice.privacy-hit`, `notice.clock-doubtful`,
 * `notice.item-named-persons`, `notice.item-not-in-catalogue`, `notice.interpretation-target-unpublished`.
 * @example publishNotice(deps, handler, id, { submissionHash })
 */
export function publishNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly submissionHash: string; readonly clockConfirmed?: boolean },
): Result<Published> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<Published> => {
    // A restored board would give numbers again that hang on paper.
    const confirmed = requireConfirmed(read)
    if (!confirmed.ok) return confirmed
    const notice = findNotice(read, id, 'PUBLISH')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    if (!submission || submission.hash !== input.submissionHash) return refuse('notice.submission-changed')
    const approved = fullyApproved(
      read.submission.decisions([submission.id]),
      read.notice.authors(id).map((author) => author.id),
    )
    if (!approved.ok) return approved
    const content = JSON.parse(submission.content) as PublicContent
    const { catalogueItemId } = notice.value
    const placement = read.placement.of(id)
    const interpretation = interpretationOf(content, placement)
    // The catalogue may have changed since the approval, and the document interpreted may have been taken down.
    for (const fits of [
      requireOpenItem(read, catalogueItemId, placement.unitId),
      requireItemOfUnit(read, catalogueItemId, placement.unitId),
      requireTarget(read, interpretation, content),
    ]) {
      if (!fits.ok) return fits
    }
    // The frozen text cannot have changed, but overrides may have ended, and what a newer program finds in the text must
    // not go out on yesterday's answer. (Of files the passages of the day they were added are read again.)
    const clean = requireClean(scanNotice(deps, notice.value, content, read.attachment.ofNotice(id)))
    if (!clean.ok) return clean

    const clock = requireTrustedClock(deps, read, input.clockConfirmed === true)
    if (!clock.ok) return clock

    const at = deps.clock.now()
    const publishDate = civilDateOf(at)
    const indexNumber = notice.value.indexNumber ?? takeIndexNumber(read, write, publishDate)
    const item = catalogueItemId === null ? undefined : read.catalogue.item(catalogueItemId)
    const publicGroupId = groupFor(read, write, content, item?.regime ?? 'GOV')
    const former = read.edition.ofNotice(id)
    const current = former.find((edition) => edition.state === 'PUBLISHED')
    if (current) {
      write.edition.setState(current.id, 'SUPERSEDED')
      write.search.remove(current.id)
      write.edition.countInGroup(current.publicGroupId, -1)
    }
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
    write.exchange.queue('EDITION', editionId, at)
    write.submission.close(submission.id)
    write.notice.update(id, { state: 'PUBLISHED', indexNumber, updatedAt: at })
    closeByPublication(deps, write, read, principal, {
      noticeId: id,
      title: content.title,
      itemId: catalogueItemId,
      placement: { ...placement, interpretation, policy: policyOf(content, placement) },
      documentDate: content.documentDate,
      supersedes: current !== undefined,
      at,
      on: publishDate,
    })
    record(
      deps,
      write,
      principal,
      'notice.publish',
      { kind: 'notice', id },
      {
        hash: submission.hash,
        indexNumber,
        editionNumber,
      },
    )
    return accept({ indexNumber, hash: submission.hash, editionNumber })
  })
}
