import { type Drizzle, orm } from '../drizzle.ts'
import { submission } from '../schema/notice.ts'
import { account } from '../schema/office.ts'
import {
  referralAnswer,
  remarkSettled,
  reviewChain,
  reviewException,
  submissionReferral,
  submissionRemark,
} from '../schema/review.ts'

const { aliasedTable, asc, desc, eq, getTableColumns, inArray, sql } = orm

/** A setting of a chain with the person's name. */
export type StoredChain = typeof reviewChain.$inferSelect & { readonly byName: string }

/** A setting of the two-person exception with the person's name. */
export type StoredException = typeof reviewException.$inferSelect & { readonly byName: string }

/** A remark, on which submission, and whether it was dealt with. */
export type StoredRemark = typeof submissionRemark.$inferSelect & {
  readonly noticeId: string
  readonly hash: string
  readonly byName: string
  readonly settled: (typeof remarkSettled.$inferSelect & { readonly byName: string }) | null
}

/** A referral with its answer. */
export type StoredReferral = typeof submissionReferral.$inferSelect & {
  readonly noticeId: string
  readonly hash: string
  readonly byName: string
  readonly answer: (typeof referralAnswer.$inferSelect & { readonly byName: string }) | null
}

type RemarkRow = Omit<StoredRemark, 'settled'> & {
  readonly done: typeof remarkSettled.$inferSelect | null
  readonly doneBy: string | null
}
type ReferralRow = Omit<StoredReferral, 'answer'> & {
  readonly reply: typeof referralAnswer.$inferSelect | null
  readonly replyBy: string | null
}

/**
 * Reading what stands around decisions: chains, the two-person exception, remarks, referrals.
 * @example reviewReads(db).exception()?.active
 */
export function reviewReads(db: Drizzle) {
  const other = aliasedTable(account, 'other')
  const remarks = () =>
    db
      .select({
        ...getTableColumns(submissionRemark),
        ...{ noticeId: submission.noticeId, hash: submission.hash, byName: account.name },
        ...{ done: getTableColumns(remarkSettled), doneBy: other.name },
      })
      .from(submissionRemark)
      .innerJoin(submission, eq(submission.id, submissionRemark.submissionId))
      .innerJoin(account, eq(account.id, submissionRemark.accountId))
      .leftJoin(remarkSettled, eq(remarkSettled.remarkId, submissionRemark.id))
      .leftJoin(other, eq(other.id, remarkSettled.accountId))
  const asRemark = ({ done, doneBy, ...row }: RemarkRow): StoredRemark => ({
    ...row,
    settled: done && { ...done, byName: doneBy ?? '' },
  })
  const referrals = () =>
    db
      .select({
        ...getTableColumns(submissionReferral),
        ...{ noticeId: submission.noticeId, hash: submission.hash, byName: account.name },
        ...{ reply: getTableColumns(referralAnswer), replyBy: other.name },
      })
      .from(submissionReferral)
      .innerJoin(submission, eq(submission.id, submissionReferral.submissionId))
      .innerJoin(account, eq(account.id, submissionReferral.accountId))
      .leftJoin(referralAnswer, eq(referralAnswer.referralId, submissionReferral.id))
      .leftJoin(other, eq(other.id, referralAnswer.accountId))
  const asReferral = ({ reply, replyBy, ...row }: ReferralRow): StoredReferral => ({
    ...row,
    answer: reply && { ...reply, byName: replyBy ?? '' },
  })
  return {
    /** Every setting of a chain, oldest first. */
    chains: (): StoredChain[] =>
      db
        .select({ ...getTableColumns(reviewChain), byName: account.name })
        .from(reviewChain)
        .innerJoin(account, eq(account.id, reviewChain.accountId))
        .orderBy(asc(reviewChain.sequence))
        .all(),
    /** Every setting of the two-person exception, newest first. */
    exceptions: (): StoredException[] =>
      db
        .select({ ...getTableColumns(reviewException), byName: account.name })
        .from(reviewException)
        .innerJoin(account, eq(account.id, reviewException.accountId))
        .orderBy(desc(reviewException.sequence))
        .all(),
    /** Whether the office stands under the two-person exception. */
    exceptionActive: (): boolean =>
      db
        .select({ active: reviewException.active })
        .from(reviewException)
        .orderBy(desc(reviewException.sequence))
        .limit(1)
        .get()?.active ?? false,
    /** Remarks on submissions, in the order they were written. */
    remarks: (submissionIds: readonly string[]): StoredRemark[] =>
      submissionIds.length === 0
        ? []
        : remarks()
            .where(inArray(submissionRemark.submissionId, [...submissionIds]))
            .orderBy(sql`${submissionRemark}.rowid`)
            .all()
            .map(asRemark),
    /** One remark. */
    remark: (id: string): StoredRemark | undefined => {
      const row = remarks().where(eq(submissionRemark.id, id)).get()
      return row && asRemark(row)
    },
    /** Referrals of submissions, in the order they were made. */
    referrals: (submissionIds: readonly string[]): StoredReferral[] =>
      submissionIds.length === 0
        ? []
        : referrals()
            .where(inArray(submissionReferral.submissionId, [...submissionIds]))
            .orderBy(sql`${submissionReferral}.rowid`)
            .all()
            .map(asReferral),
    /** One referral. */
    referral: (id: string): StoredReferral | undefined => {
      const row = referrals().where(eq(submissionReferral.id, id)).get()
      return row && asReferral(row)
    },
  }
}

/**
 * Writing what stands around decisions; nothing of it is ever changed.
 * @example reviewWrites(db).addRemark(row)
 */
export function reviewWrites(db: Drizzle) {
  return {
    /** Sets a chain for a regime and kind. */
    setChain: (row: Omit<typeof reviewChain.$inferSelect, 'sequence'>): void => {
      db.insert(reviewChain).values(row).run()
    },
    /** Turns the two-person exception on or off. */
    setException: (row: Omit<typeof reviewException.$inferSelect, 'sequence'>): void => {
      db.insert(reviewException).values(row).run()
    },
    /** Adds a remark. */
    addRemark: (row: typeof submissionRemark.$inferSelect): void => {
      db.insert(submissionRemark).values(row).run()
    },
    /** Says that a remark was dealt with. */
    settle: (row: typeof remarkSettled.$inferSelect): void => {
      db.insert(remarkSettled).values(row).run()
    },
    /** Puts a submission before a higher body. */
    refer: (row: typeof submissionReferral.$inferSelect): void => {
      db.insert(submissionReferral).values(row).run()
    },
    /** Enters the answer. */
    answer: (row: typeof referralAnswer.$inferSelect): void => {
      db.insert(referralAnswer).values(row).run()
    },
  }
}
