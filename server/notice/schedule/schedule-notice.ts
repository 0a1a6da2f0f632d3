import type { PublicContent } from '../../../domain/notice/content.ts'
import { checkPublishTime } from '../../../domain/notice/publish-time.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'

/**
 * Sets the minute at which what was approved is published by itself; setting it anew replaces it. Needs HANDLER, who answers for
 * the publication as if pressing the key at that minute. Refuses `notice.schedule-time-invalid`, `notice.expires-past`,
 * `notice.submission-changed`.
 * @example scheduleNotice(deps, handler, id, { submissionHash, publishAt: '2026-11-24T00:00:00.000Z' })
 */
export function scheduleNotice(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly submissionHash: string; readonly publishAt: string },
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const confirmed = requireConfirmed(read)
    if (!confirmed.ok) return confirmed
    const submission = read.submission.open(id)
    const standing = submission && read.schedule.of(submission.id)
    const notice = findNotice(read, id, standing ? 'UNSCHEDULE' : 'SCHEDULE')
    if (!notice.ok) return notice
    if (!submission || submission.hash !== input.submissionHash) return refuse('notice.submission-changed')
    const now = deps.clock.now()
    const { publishAt } = input
    const expiresAt = (JSON.parse(submission.content) as PublicContent).expiresAt ?? null
    const fits = checkPublishTime({ publishAt, now, expiresAt })
    if (!fits.ok) return fits
    if (standing) write.schedule.end(standing.id, 'CANCELLED', now)
    write.schedule.insert({
      noticeId: id,
      submissionId: submission.id,
      publishAt,
      scheduledBy: principal.id,
      scheduledAt: now,
    })
    write.notice.update(id, { state: 'SCHEDULED', updatedAt: now })
    const detail = { hash: submission.hash, plannedAt: publishAt }
    record(deps, write, principal, 'notice.schedule', { kind: 'notice', id }, detail)
    return accept(true)
  })
}

/**
 * Takes the minute back; what was approved waits for a person again. Needs HANDLER, REVIEWER, SECRECY_REVIEWER or DEPUTY_LEADER:
 * whoever sees the fault in time must be able to stop it.
 * @example unscheduleNotice(deps, handler, id)
 */
export function unscheduleNotice(deps: Deps, principal: Principal, id: string): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<true> => {
    const notice = findNotice(read, id, 'UNSCHEDULE')
    if (!notice.ok) return notice
    const submission = read.submission.open(id)
    const schedule = submission && read.schedule.of(submission.id)
    const now = deps.clock.now()
    if (schedule) write.schedule.end(schedule.id, 'CANCELLED', now)
    write.notice.update(id, { state: 'APPROVED', updatedAt: now })
    const detail = { hash: submission?.hash ?? '' }
    record(deps, write, principal, 'notice.unschedule', { kind: 'notice', id }, detail)
    return accept(true)
  })
}
