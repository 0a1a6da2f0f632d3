import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { calendarOf } from '../../duty/calendar/calendar-of.ts'
import { reviewSlip } from '../../notice/review/slip.ts'
import { requireConfirmed } from '../../office/restore-confirmation.ts'
import { POSTING_CERTIFICATE_ROLES, postingCertificate } from '../../posting/posting-certificate.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { displayCertificate } from '../public-display/certificate.ts'
import { displayStanding } from '../public-display/display-facts.ts'
import { DISPLAY_ROLES } from '../public-display/find-display.ts'
import { printableSheet } from '../sheet-data.ts'
import type { SheetData } from '../views.ts'
import type { PrintSubject } from './views.ts'

type EditionToPrint = Pick<Extract<PrintSubject, { kind: 'EDITION' }>, 'hash' | 'noticeId'>

/** What a sheet says that may be true no more when it goes to paper. */
export type MadeWith = {
  /** Whether its edition was the newest one when it was asked for; null for papers that are none. */
  readonly current: boolean | null
  /** The days of its 公示 as printed; null for what has none, or is not made yet. */
  readonly displayed: SheetData['displayed'] | null
}

/**
 * Whether a person may have a paper at all, made by whomever. Refuses `trust.role-missing`.
 * @example requirePaperRole(administrator, { kind: 'DISPLAY_CERTIFICATE', displayId, interim: true }).ok // false
 */
export function requirePaperRole(principal: Principal, subject: PrintSubject): Result<unknown> {
  switch (subject.kind) {
    case 'DISPLAY_CERTIFICATE':
      return requireRole(principal, ...DISPLAY_ROLES)
    case 'POSTING_CERTIFICATE':
      return requireRole(principal, ...POSTING_CERTIFICATE_ROLES)
    case 'EDITION':
    case 'REVIEW_SLIP':
    case 'TAKE_DOWN_LIST':
      return accept(true)
  }
}

/**
 * The edition as it may go on paper now. Refuses `notice.not-found`, `print.display-removed` for a 公示 that was taken down
 * early, and `office.restored-unconfirmed`: what was withdrawn since the backup must not hang again.
 * @example editionToPrint(deps, { hash, noticeId }).value.displayed
 */
export function editionToPrint(
  { store: { read }, clock }: Deps,
  { hash, noticeId }: EditionToPrint,
): Result<SheetData> {
  const confirmed = requireConfirmed(read)
  if (!confirmed.ok) return confirmed
  const sheet = printableSheet(read, hash, clock.now(), noticeId)
  const edition = read.edition.byHash(hash, noticeId)
  const record = edition && read.publicDisplay.ofNotice(edition.noticeId)
  if (!sheet.ok || !record) return sheet
  const { state } = displayStanding(record, calendarOf(read), civilDateOf(clock.now()))
  return state === 'REMOVED_EARLY' ? refuse('print.display-removed') : sheet
}

/**
 * A list of a day is true on that day only. Refuses `print.list-outdated`.
 * @example checkListDay(deps, '2026-11-23')
 */
export function checkListDay({ clock }: Pick<Deps, 'clock'>, on: string): Result<true> {
  return on === civilDateOf(clock.now()) ? accept(true) : refuse('print.list-outdated', { on })
}

function checkEdition(deps: Deps, wanted: EditionToPrint, { current, displayed }: MadeWith): Result<true> {
  const sheet = editionToPrint(deps, wanted)
  if (!sheet.ok) return sheet.code === 'notice.not-found' ? refuse('print.edition-gone') : sheet
  if (current === true && sheet.value.supersededBy !== null) return refuse('print.edition-replaced')
  if (displayed === null) return accept(true)
  const now = sheet.value.displayed
  const same = displayed?.startsOn === now?.startsOn && displayed?.endsOn === now?.endsOn
  return same ? accept(true) : refuse('print.display-changed')
}

/**
 * Whether what was made may still go to paper, and into these hands: days may lie between making and sending, and another
 * person may send it. Refuses `print.edition-gone`, `print.edition-replaced`, `print.display-changed` when the days of a 公示 are
 * others now, `print.display-removed`, `print.list-outdated`, `office.restored-unconfirmed`, and what the area of the paper refuses.
 * @example checkSubject(deps, principal, subject, { current: true, displayed: null })
 */
export function checkSubject(
  deps: Deps,
  principal: Principal,
  subject: PrintSubject,
  made: MadeWith,
): Result<unknown> {
  switch (subject.kind) {
    case 'EDITION':
      return checkEdition(deps, subject, made)
    case 'REVIEW_SLIP':
      return reviewSlip(deps.store.read, subject.noticeId, subject.submissionId)
    case 'DISPLAY_CERTIFICATE':
      return displayCertificate(deps, principal, subject.displayId, subject)
    case 'POSTING_CERTIFICATE':
      return postingCertificate(deps, principal, subject.postingId)
    case 'TAKE_DOWN_LIST':
      return checkListDay(deps, subject.on)
  }
}

/**
 * The same for a job, whose PDF may have been made by another person and on another day. Refuses `print.job-not-found`.
 * @example checkJob(deps, principal, job.id)
 */
export function checkJob(deps: Deps, principal: Principal, id: string): Result<unknown> {
  const job = deps.store.read.printJob.byId(id)
  if (!job) return refuse('print.job-not-found')
  const { current, build } = job
  const subject = JSON.parse(job.subject) as PrintSubject
  return checkSubject(deps, principal, subject, { current, displayed: build?.displayed ?? null })
}
