import type { StoredEmergency, StoredEmergencyNotice } from '../../../db/repos/emergency-repo.ts'
import type { StoredEdition } from '../../../db/repos/edition-repo.ts'
import type { StoredDecision, StoredSubmission } from '../../../db/repos/submission-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { waitingFor } from '../../../domain/notice/decisions.ts'
import { lateReviewState } from '../../../domain/notice/late-review.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import { expiryTime } from '../../display/public-views.ts'
import type { Principal } from '../../principal.ts'
import { offersOn } from '../review/offers.ts'
import { neededOf } from '../review-chain.ts'
import type { PersonRef } from '../views.ts'
import type {
  EmergencyClock,
  EmergencyCounts,
  EmergencyList,
  EmergencyNoticeView,
  EmergencyView,
} from './views.ts'

/** More emergencies than a township has in some years. */
const LISTED = 50
/** Words by which a row of the catalogue is known to be about emergencies. */
const ITEM_WORDS = ['突发', '应急', '预警', '救灾'] as const

function person(read: Reads, id: string): PersonRef {
  return { id, name: read.office.accountById(id)?.name ?? '' }
}

function clockOf(read: Reads, dutyId: string): EmergencyClock {
  const duty = read.duty.byId(dutyId)
  if (!duty) throw new Error('a duty is never deleted')
  const { due, dueAt, ground, closing } = duty
  return {
    dutyId,
    due,
    dueAt,
    basis: ground.basis,
    verified: ground.verified,
    closedAt: closing?.at ?? null,
  }
}

function reviewOf(
  read: Reads,
  entry: StoredEmergencyNotice,
  submission: StoredSubmission,
  edition: Pick<StoredEdition, 'state' | 'publishedBy'>,
  principal: Principal,
  now: string,
): EmergencyNoticeView['review'] {
  const given = read.submission.decisions([submission.id])
  const open = waitingFor(neededOf(submission), given)
  const state = lateReviewState({
    returned: given.some(({ decision }) => decision === 'RETURNED'),
    open: open.length,
    hangs: edition.state === 'PUBLISHED',
  })
  const pending = state === 'PENDING'
  return {
    state,
    due: entry.reviewDue,
    overdue: pending && civilDateOf(now) > entry.reviewDue,
    decisions: given.map(decisionView),
    waitingFor: pending ? open : [],
    mayGive:
      pending && edition.publishedBy !== principal.id
        ? offersOn(read, submission, principal, true).filter(({ kind }) => kind !== 'COMMITTEE_REVIEW')
        : [],
  }
}

function decisionView(given: StoredDecision): EmergencyNoticeView['review']['decisions'][number] {
  const { kind, language, decision, accountId, byName, at, reason, exceptionReason, afterTheFact } = given
  const by = { id: accountId, name: byName }
  return { kind, language, decision, by, at, reason, exceptionReason, slip: null, afterTheFact }
}

function noticeView(
  read: Reads,
  entry: StoredEmergencyNotice,
  principal: Principal,
  now: string,
): EmergencyNoticeView {
  const submission = read.submission.byId(entry.submissionId)
  const editions = read.edition.ofNotice(entry.noticeId)
  const edition = editions.find((one) => one.submissionId === entry.submissionId)
  const content = submission && (JSON.parse(submission.content) as PublicContent)
  if (!submission || !edition || !content?.emergency) {
    throw new Error('what an emergency names was published with its mark')
  }
  const standing = editions.find((one) => one.state === 'PUBLISHED')
  const shown = standing && (JSON.parse(standing.content) as PublicContent)
  const holding = new Set(read.emergency.takeovers(expiryTime(read, now)).map(({ editionId }) => editionId))
  return {
    noticeId: entry.noticeId,
    title: content.title,
    indexNumber: edition.indexNumber,
    hash: edition.hash,
    submissionHash: submission.hash,
    mark: shown?.emergency ?? content.emergency,
    publishedBy: { id: edition.publishedBy, name: edition.publisherName },
    publishedAt: edition.publishedAt,
    reason: submission.emergencyReason,
    standing: standing !== undefined,
    holdsKiosk: standing !== undefined && holding.has(standing.id),
    review: reviewOf(read, entry, submission, edition, principal, now),
  }
}

function emergencyView(read: Reads, row: StoredEmergency, principal: Principal, now: string): EmergencyView {
  const end = read.emergency.end(row.id)
  const unit = read.unit.byId(row.unitId)
  return {
    id: row.id,
    kind: row.kind,
    event: row.event,
    unitId: row.unitId,
    unitName: unit === undefined || unit.name === '' ? (read.office.office()?.name ?? '') : unit.name,
    itemId: row.itemId,
    startedAt: row.startedAt,
    openedBy: person(read, row.openedBy),
    openedAt: row.openedAt,
    first: clockOf(read, row.firstDutyId),
    followUp: clockOf(read, row.followUpDutyId),
    notices: read.emergency.notices(row.id).map((entry) => noticeView(read, entry, principal, now)),
    end: end ? { at: end.at, by: { id: end.accountId, name: end.byName }, reason: end.reason } : null,
  }
}

/** The newest, and of those before whatever still asks for somebody's work. */
function listed(read: Reads): readonly StoredEmergency[] {
  const unsettled = read.emergency.unsettled().flatMap(({ emergencyId }) => {
    const row = read.emergency.byId(emergencyId)
    return row ? [row] : []
  })
  const rows = [...read.emergency.list(LISTED), ...read.emergency.open(), ...unsettled]
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((one, other) =>
    one.openedAt === other.openedAt ? (one.id < other.id ? 1 : -1) : one.openedAt < other.openedAt ? 1 : -1,
  )
}

/**
 * Everything the emergency page shows, newest first; `now` is the server's clock.
 * @example emergencyList(read, principal, clock.now()).emergencies[0]?.first.dueAt
 */
export function emergencyList(read: Reads, principal: Principal, now: string): EmergencyList {
  const kept = read.catalogue.units()
  const items = ITEM_WORDS.flatMap((word) => read.catalogue.find(word, 20)).flatMap((item) =>
    kept
      .filter(({ catalogueId }) => catalogueId === item.catalogueId)
      .map(({ unitId }) => ({
        id: item.id,
        path: [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' / '),
        unitId,
      })),
  )
  const office = read.office.office()
  return {
    now,
    emergencies: listed(read).map((row) => emergencyView(read, row, principal, now)),
    items: items.filter(
      (one, index) =>
        items.findIndex((other) => other.id === one.id && other.unitId === one.unitId) === index,
    ),
    office: { name: office?.name ?? '', telephone: office?.telephone ?? '' },
  }
}

/**
 * One emergency; undefined when there is none of that id.
 * @example emergencyById(read, principal, now, id)?.event
 */
export function emergencyById(
  read: Reads,
  principal: Principal,
  now: string,
  id: string,
): EmergencyView | undefined {
  const row = read.emergency.byId(id)
  return row && emergencyView(read, row, principal, now)
}

/**
 * How many emergencies run, and how many words of one person wait for their review or were found wrong and hang: of all
 * emergencies, however long ago. `now` is the server's clock.
 * @example emergencyCounts(read, clock.now()).toReview
 */
export function emergencyCounts(read: Reads, now: string): EmergencyCounts {
  const words = read.emergency.unsettled()
  const waiting = words.filter(({ returned }) => !returned)
  return {
    open: read.emergency.openCount(),
    toReview: waiting.length,
    overdue: waiting.filter(({ reviewDue }) => civilDateOf(now) > reviewDue).length,
    toCorrect: words.length - waiting.length,
  }
}
