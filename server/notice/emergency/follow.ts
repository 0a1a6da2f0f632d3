import { emergencySound } from '../../../domain/notice/emergency-check.ts'
import { accept, refuse } from '../../../domain/refusal.ts'
import type { PublicationStep } from '../publication-steps.ts'
import type { SubmissionCheck } from '../submission-checks.ts'

/**
 * An emergency notice stands in an emergency, which somebody can declare over (`emergency.only-fast-lane`), and names whose
 * word it is, also when it is corrected the ordinary way.
 * @example checkEmergency(submission).ok
 */
export const checkEmergency: SubmissionCheck = ({ content, noticeId, read, deps }) => {
  if (!content.emergency) return accept(true)
  return read.emergency.ofNotice(noticeId)
    ? emergencySound(content, deps.clock.now())
    : refuse('emergency.only-fast-lane')
}

/**
 * A published emergency notice takes the kiosk over until its time; what stood before gives it back by being superseded. Not
 * when the emergency has been declared over: a correction after that only takes the place of what hangs.
 * @example takeKioskOver(step)
 */
export function takeKioskOver({ read, write, noticeId, editionId, content, at }: PublicationStep): void {
  const until = content.emergency?.takeoverUntil
  const within = read.emergency.ofNotice(noticeId)
  if (!within || read.emergency.end(within.emergencyId)) return
  if (until !== undefined && until > at) write.emergency.takeOver(editionId, until)
}
