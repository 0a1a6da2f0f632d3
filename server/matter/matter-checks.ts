import type { Reads } from '../../db/store.ts'
import type { StoredConsultation, StoredLink } from '../../db/repos/matter-repo.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { decisionReady } from '../../domain/matter/decision-ready.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { consultationEnd } from '../../domain/voice/consultation.ts'
import { record } from '../audit/record.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import type { PublicationStep } from '../notice/publication-steps.ts'
import type { CheckedSubmission } from '../notice/submission-checks.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { mayGiveFeedback } from './adoption-draft.ts'
import { consultationNotice } from './consultation-notice.ts'
import { findConsultation } from './consultations.ts'
import { feedbackTells } from './feedback-words.ts'
import { recordHash } from './record-hash.ts'
import { matterSubject } from './keep-matter.ts'
import { matterStanding, shownEdition } from './matter-standing.ts'

/**
 * What must hold of a notice of a matter when it is handed in and again when it is published: a draft for opinions tells of
 * the plan as it is now, does not open in the past and hangs to the last day, the feedback comes after the period with every
 * opinion answered and tells these answers (R-018), the decision after consultation, legality review or the villagers' resolution (R-014, R-016). A next edition of
 * what hangs already is a correction and is not held back. Refuses `consultation.*` and `matter.*`.
 * @example checkMatter(submission).ok // true for a notice of no matter
 */
export function checkMatter(submission: CheckedSubmission): Result<true> {
  const { read, noticeId, content, today } = submission
  const link = read.matter.linkOf(noticeId)
  // Taken out of its matter while it was decided on, it would tell of a consultation that is not held.
  if (!link) return content.consultation ? refuse('consultation.plan-changed') : accept(true)
  if (link.role === 'DRAFT') return checkDraft(submission, link)
  if (shownEdition(read, noticeId)) return accept(true)
  if (link.role === 'ADOPTION') return checkFeedback(submission, link)
  const matter = link.role === 'DECISION' ? read.matter.byId(link.matterId) : undefined
  return matter ? decisionReady(matterStanding(read, matter, today).ground) : accept(true)
}

function checkDraft({ read, noticeId, content, today }: CheckedSubmission, link: StoredLink): Result<true> {
  const stored = link.consultationId === null ? undefined : read.matter.consultation(link.consultationId)
  if (!stored) return refuse('consultation.not-found')
  const opensOn = stored.openedOn === null ? stored.opensOn : null
  if (opensOn !== null && opensOn < today) return refuse('consultation.opens-past', { date: opensOn })
  const planned = consultationNotice(read, noticeId)
  const same = canonicalJson(content.consultation ?? null) === canonicalJson(planned ?? null)
  if (!same) return refuse('consultation.plan-changed')
  const closes = stored.closesOn ?? lastDay(read, stored, today)
  const expires = content.expiresAt ? civilDateOf(content.expiresAt) : null
  return expires !== null && expires <= closes
    ? refuse('consultation.draft-expires', { date: closes })
    : accept(true)
}

function lastDay(
  read: Reads,
  { opensOn, amount, unit }: StoredConsultation,
  publishedOn: CivilDate,
): CivilDate {
  return consultationEnd(opensOn ?? publishedOn, { amount, unit }, calendarOf(read)).due
}

function checkFeedback({ read, content, today }: CheckedSubmission, link: StoredLink): Result<true> {
  const found = findConsultation(read, link.consultationId ?? '', today)
  if (!found.ok) return found
  const ready = mayGiveFeedback(found.value)
  if (!ready.ok) return ready
  return feedbackTells(read, found.value, content.body)
    ? accept(true)
    : refuse('consultation.feedback-outdated')
}

/**
 * Opens a consultation when its draft is published for the first time: from then on its days are fixed, whatever becomes of
 * plan or calendar, because they are what the public was told.
 * @example openConsultation(step)
 */
export function openConsultation({ deps, write, read, principal, noticeId, on }: PublicationStep): void {
  const link = read.matter.linkOf(noticeId)
  if (link?.role !== 'DRAFT' || link.consultationId === null) return
  const stored = read.matter.consultation(link.consultationId)
  if (!stored || stored.openedOn !== null) return
  const opens = stored.opensOn ?? on
  const closes = lastDay(read, stored, on)
  const opened = { ...stored, openedOn: opens, closesOn: closes }
  write.matter.updateConsultation(stored.id, { openedOn: opens, closesOn: closes })
  record(deps, write, principal, 'consultation.open', matterSubject(link.matterId), {
    ...{ id: stored.id, opens, closes },
    sha256: recordHash('consultation', opened),
  })
}
