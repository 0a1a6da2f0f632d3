import { Temporal } from 'temporal-polyfill'
import { sha256 } from '../../../platform/sha256.ts'
import type { Reads } from '../../../db/store.ts'
import { dueOf } from '../../../domain/duty/due-of.ts'
import { eventTerm } from '../../../domain/duty/term.ts'
import { bodyImages } from '../../../domain/notice/body-images.ts'
import type { Body } from '../../../domain/notice/body.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { canonicalContent } from '../../../domain/notice/canonical-content.ts'
import type { DraftContent, PublicContent } from '../../../domain/notice/content.ts'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { ownPlacement } from '../../../domain/notice/placement.ts'
import { checkTitle } from '../../../domain/notice/title.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { screenInUse } from '../../signage/screen-feed.ts'
import { draftAsPublic } from '../draft-as-public.ts'
import { requireClean, scanNotice } from '../privacy-gate.ts'
import { publishSubmission, type Published } from '../publish-submission.ts'
import { itemWords } from '../review/item-words.ts'
import { chainOf } from '../review-chain.ts'
import { EMERGENCY_ROLES } from './open-emergency.ts'

/** The word that goes out, and why one person alone sends it. */
export type EmergencyWord = {
  readonly title: string
  readonly body: Body
  readonly mark: EmergencyMark
  readonly reason: string
  readonly clockConfirmed: boolean
  /** Ids of the screens it takes over beside the kiosk; null means all there are, and all there will be. */
  readonly screenIds: readonly string[] | null
}

/** What became of it. */
export type EmergencyPublished = Published & { readonly noticeId: string }

/** 事后补审: others review it by the end of the next working day. The day is the program's own choice. */
const REVIEW_RULE = { class: 'IMMEDIATE', amount: 1, unit: 'workday', from: 'event' } as const

/** Within how many minutes the same words are taken for a key pressed twice; the number is the program's own choice. */
const PRESSED_TWICE = 10

/** Refuses words that went out in this emergency a moment ago: the answer was lost, or the key pressed twice. */
function requireNewWords(
  read: Reads,
  emergencyId: string,
  word: Pick<EmergencyWord, 'title' | 'body'>,
  now: string,
): Result<true> {
  const since = Temporal.Instant.from(now).subtract({ minutes: PRESSED_TWICE }).toString()
  const words = `${word.title}\n${bodyText(word.body)}`
  for (const { noticeId } of read.emergency.notices(emergencyId)) {
    const [newest] = read.edition.ofNotice(noticeId)
    if (!newest || newest.state !== 'PUBLISHED' || newest.publishedAt < since) continue
    const { title, body } = JSON.parse(newest.content) as PublicContent
    if (`${title}\n${bodyText(body)}` === words) {
      return refuse('emergency.said-already', { indexNumber: newest.indexNumber })
    }
  }
  return accept(true)
}

/**
 * Publishes an emergency notice by one person, before anybody has reviewed it: frozen, numbered and logged like any
 * other, with the reason why one person published alone; the privacy gate is not passed over. It takes the kiosk over until
 * its time, closes the duty of the first word or, after that, of the follow-up, and must be reviewed by the end of the next
 * working day. Needs HANDLER, REVIEWER or DEPUTY_LEADER. Refuses `emergency.not-found`, `emergency.ended`,
 * `notice.reason-required`, `notice.title-required`, `notice.body-required`, `notice.image-missing` (a word has no files),
 * `emergency.takeover-invalid`, `emergency.said-already` for the same words within ten minutes, `screen.not-found`, and what the
 * gate and `publishSubmission` refuse.
 * @example publishEmergency(deps, officer, emergencyId, { title, body, mark, reason, clockConfirmed: false, screenIds: null })
 */
export function publishEmergency(
  deps: Deps,
  principal: Principal,
  emergencyId: string,
  word: EmergencyWord,
): Result<EmergencyPublished> {
  const allowed = requireRole(principal, ...EMERGENCY_ROLES)
  if (!allowed.ok) return allowed
  const reason = word.reason.trim()
  if (reason === '') return refuse('notice.reason-required')
  const title = checkTitle(word.title)
  if (!title.ok) return title
  if (bodyText(word.body).trim() === '') return refuse('notice.body-required')
  if (bodyImages(word.body).size > 0) return refuse('notice.image-missing')
  const now = deps.clock.now()
  if (word.mark.takeoverUntil <= now) return refuse('emergency.takeover-invalid', { hours: 72 })
  return deps.store.tx((write, read): Result<EmergencyPublished> => {
    const confirmed = requireConfirmed(read)
    if (!confirmed.ok) return confirmed
    for (const screenId of word.screenIds ?? []) {
      const screen = screenInUse(read, screenId)
      if (!screen.ok) return screen
    }
    const emergency = read.emergency.byId(emergencyId)
    if (!emergency) return refuse('emergency.not-found')
    if (read.emergency.end(emergencyId)) return refuse('emergency.ended')
    const fresh = requireNewWords(read, emergencyId, { title: title.value, body: word.body }, now)
    if (!fresh.ok) return fresh
    const id = deps.ids.next()
    const content: DraftContent = {
      ...emptyDraft(emergency.itemId),
      ...{ title: title.value, body: word.body, noticeKind: 'CIRCULAR', emergency: word.mark },
    }
    const first = read.duty.byId(emergency.firstDutyId)
    const dutyId = first?.closing === null ? first.id : emergency.followUpDutyId
    const placement = { ...ownPlacement(emergency.unitId), dutyId }
    write.notice.insert({
      ...{ id, state: 'DRAFT', indexNumber: null, content, title: title.value, revision: 1 },
      ...{ catalogueItemId: emergency.itemId, handlerId: principal.id, updatedBy: principal.id },
      ...{ createdAt: now, updatedAt: now },
    })
    write.notice.addAuthor(id, principal.id)
    write.placement.set(id, placement)
    const shown = draftAsPublic(read, { id }, content)
    const on = civilDateOf(now)
    const clean = requireClean(scanNotice(deps, { id, revision: 1 }, shown, []))
    if (!clean.ok) return clean
    const text = canonicalContent(shown)
    write.submission.insert({
      ...{ id: deps.ids.next(), noticeId: id, hash: sha256(text), content: text, submittedBy: principal.id },
      ...{ submittedAt: now, closed: false, revision: 1, catalogueItemId: emergency.itemId, placement },
      ...{
        chain: chainOf(read, { ...content, id }),
        itemWords: itemWords(read, emergency.itemId),
        emergencyReason: reason,
      },
    })
    const submission = read.submission.open(id)
    const notice = read.notice.byId(id)
    if (!submission || !notice) throw new Error('both were written in this transaction')
    const term = eventTerm(REVIEW_RULE, { on, at: null })
    if (!term) throw new Error('a rule in working days has a term')
    const reviewDue = dueOf(term, calendarOf(read)).due
    if (word.screenIds !== null) write.screen.target(id, [...new Set(word.screenIds)])
    write.emergency.publish({ noticeId: id, emergencyId, submissionId: submission.id, reviewDue })
    const authors = principal.id
    const subject = { kind: 'notice', id }
    record(deps, write, principal, 'notice.submit', subject, {
      hash: submission.hash,
      authors,
      unreadFiles: 0,
    })
    const published = publishSubmission(deps, write, read, principal, notice, submission, {
      clockConfirmed: word.clockConfirmed,
      detail: { emergency: emergencyId },
    })
    return published.ok ? accept({ ...published.value, noticeId: id }) : published
  })
}
