import type { Reads, Writes } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { findNotice } from '../find-notice.ts'
import { publishSubmission } from '../publish-submission.ts'
import { requireApproved } from '../review/approved.ts'

/** Who set the minute, with the roles of now: somebody who has left the office publishes nothing any more. */
function personOf(read: Reads, accountId: string): Result<Principal> {
  const account = read.office.accountById(accountId)
  if (!account || account.disabled) return refuse('office.account-disabled')
  const principal = { id: account.id, name: account.name, roles: account.roles }
  const allowed = requireRole(principal, 'HANDLER')
  return allowed.ok ? accept(principal) : allowed
}

function publishOne(
  deps: Deps,
  write: Writes,
  read: Reads,
  submissionId: string,
): Result<'PUBLISHED' | 'GONE'> {
  const schedule = read.schedule.of(submissionId)
  // Published, taken back or moved since the list was read.
  if (!schedule || schedule.publishAt > deps.clock.now()) return accept('GONE')
  const notice = findNotice(read, schedule.noticeId, 'UNSCHEDULE')
  const submission = read.submission.open(schedule.noticeId)
  if (!notice.ok || submission?.id !== submissionId) return accept('GONE')
  // No refusal is stored: it is due as before once the administrator has confirmed the restored board.
  if (!requireConfirmed(read).ok) return accept('GONE')
  const person = personOf(read, schedule.scheduledBy)
  if (!person.ok) return person
  const approved = requireApproved(read, submission)
  if (!approved.ok) return approved
  const published = publishSubmission(deps, write, read, person.value, notice.value, submission, {
    clockConfirmed: false,
    detail: { scheduled: true, plannedAt: schedule.publishAt },
  })
  return published.ok ? accept('PUBLISHED') : published
}

/**
 * Publishes what was set for a minute that has come, in publishing's own transaction and in the name of who set it; the log tells
 * the minute planned beside the real one. Looks again inside the transaction, so it is never done twice. What is refused stays
 * SCHEDULED with the code, and is not tried again until a person acts.
 * @example publishDue(deps, submissionId) // 'PUBLISHED'
 */
export function publishDue(deps: Deps, submissionId: string): 'PUBLISHED' | 'GONE' | 'REFUSED' {
  const done = deps.store.tx((write, read) => publishOne(deps, write, read, submissionId))
  if (done.ok) return done.value
  deps.store.tx((write, read) => {
    const schedule = read.schedule.of(submissionId)
    if (!schedule) return
    const by = read.office.accountById(schedule.scheduledBy)
    write.schedule.refuse(schedule.id, JSON.stringify(done), deps.clock.now())
    const actor = { id: schedule.scheduledBy, name: by?.name ?? '' }
    const detail = { refusal: done.code, plannedAt: schedule.publishAt }
    record(deps, write, actor, 'notice.schedule-refused', { kind: 'notice', id: schedule.noticeId }, detail)
  })
  return 'REFUSED'
}
