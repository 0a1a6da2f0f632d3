import { Temporal } from 'temporal-polyfill'
import type { StoredMatter, StoredReview } from '../../db/repos/register-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { articleOf } from '../../domain/register/exemption-ground.ts'
import {
  nextReviewDue,
  REVIEW_STANDINGS,
  reviewStanding,
  type ReviewStanding,
} from '../../domain/register/review-standing.ts'
import type { UndisclosedEntry } from '../../domain/register/undisclosed-matter.ts'
import { type Principal, requireRole } from '../principal.ts'
import { personRefs, unitRefs } from './unit-ref.ts'
import type { MatterDetail, MatterRow, UndisclosedDue, UndisclosedRegister } from './views.ts'

/** Roles that may decide whether a matter stays undisclosed. */
export const REVIEWING_ROLES = ['REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER'] as const

/** Roles that read the register: those who write it and those who decide in it. */
const READING_ROLES = ['HANDLER', ...REVIEWING_ROLES] as const

/**
 * Whether a person reads the register of undisclosed matters. Refuses `trust.role-missing`.
 * @example mayReadUndisclosed(principal).ok
 */
export function mayReadUndisclosed(principal: Principal): Result<true> {
  return requireRole(principal, ...READING_ROLES)
}

function entryOf(matter: StoredMatter): UndisclosedEntry {
  const { id: _, enteredBy: __, enteredAt: ___, editedBy: ____, editedAt: _____, ...entry } = matter
  return entry
}

function rowsOf(
  read: Reads,
  matters: readonly StoredMatter[],
  reviewsOf: (id: string) => readonly StoredReview[],
  today: CivilDate,
): readonly MatterRow[] {
  const unit = unitRefs(read)
  const person = personRefs(read)
  const day = Temporal.PlainDate.from(today)
  return matters.map((matter) => {
    const reviews = reviewsOf(matter.id)
    const nextDue = nextReviewDue(matter.reviewDue, reviews)
    return {
      ...entryOf(matter),
      id: matter.id,
      unit: unit(matter.unitId),
      article: articleOf(matter.ground),
      reviewer: person(matter.reviewerId),
      nextDue,
      daysLeft: nextDue === null ? null : day.until(nextDue).days,
      standing: reviewStanding(nextDue, today),
      lastOutcome: reviews.at(-1)?.outcome ?? null,
    }
  })
}

function allRows(read: Reads, today: CivilDate): readonly MatterRow[] {
  const reviews = Map.groupBy(read.undisclosed.allReviews(), (review) => review.matterId)
  return rowsOf(read, read.undisclosed.list(), (id) => reviews.get(id) ?? [], today)
}

/**
 * The register of undisclosed matters: the most urgent first, then by the day they are due.
 * @example undisclosedRegister(read, '2026-11-23').counts.OVERDUE
 */
export function undisclosedRegister(read: Reads, today: CivilDate): UndisclosedRegister {
  const items = allRows(read, today).toSorted((one, other) => {
    const [a, b] = [one.nextDue ?? '9999', other.nextDue ?? '9999']
    return a < b ? -1 : a > b ? 1 : 0
  })
  const counts = Object.fromEntries(
    REVIEW_STANDINGS.map((standing) => [standing, items.filter((row) => row.standing === standing).length]),
  ) as Record<ReviewStanding, number>
  return { items, counts }
}

/**
 * What is to be looked at again within 30 days or since (条例第18条), earliest first; for the today page of those who read
 * the register.
 * @example undisclosedDue(read, '2026-11-23') // { dueSoon: 1, overdue: 0, items: [{ … }] }
 */
export function undisclosedDue(read: Reads, today: CivilDate): UndisclosedDue {
  const { items, counts } = undisclosedRegister(read, today)
  return {
    dueSoon: counts.DUE_SOON,
    overdue: counts.OVERDUE,
    items: items.filter(({ standing }) => standing === 'DUE_SOON' || standing === 'OVERDUE'),
  }
}

/**
 * Whether a person wrote the entry as it stands, and so may not decide on it.
 * @example wroteEntry(matter, principal.id)
 */
export function wroteEntry(matter: StoredMatter, accountId: string): boolean {
  return matter.enteredBy === accountId || matter.editedBy === accountId
}

/**
 * One matter with its history, and what this person may do. Refuses `register.not-found`.
 * @example matterDetail(read, principal, id, '2026-11-23')
 */
export function matterDetail(
  read: Reads,
  principal: Principal,
  id: string,
  today: CivilDate,
): Result<MatterDetail> {
  const matter = read.undisclosed.byId(id)
  const reviews = read.undisclosed.reviews(id)
  const [row] = matter ? rowsOf(read, [matter], () => reviews, today) : []
  if (!matter || !row) return refuse('register.not-found')
  const withheld = row.standing !== 'DISCLOSED'
  const decides = withheld && requireRole(principal, ...REVIEWING_ROLES).ok
  const own = wroteEntry(matter, principal.id)
  const handles = requireRole(principal, 'HANDLER').ok
  const last = reviews.at(-1)
  return accept({
    ...row,
    enteredBy: personRefs(read)(matter.enteredBy),
    enteredAt: matter.enteredAt,
    reviews: reviews.map(({ sequence, outcome, reason, nextDue, reviewedBy, reviewedOn, noticeId }) => ({
      sequence,
      outcome,
      reason,
      nextDue,
      by: reviewedBy,
      on: reviewedOn,
      noticeId,
    })),
    may: {
      edit: handles && withheld && reviews.length === 0,
      review: decides && !own,
      startDraft:
        handles && last !== undefined && last.outcome !== 'STILL_WITHHELD' && last.noticeId === null,
    },
    ownEntry: decides && own,
  })
}
