import { sqliteCore } from '../drizzle.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { ReferralResult } from '../../domain/notice/referral.ts'
import type { ReviewChain } from '../../domain/notice/review-chain.ts'
import type { RemarkPlace } from '../../domain/notice/review-remark.ts'
import { submission } from './notice.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

const byAccount = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)

/** A chain as the office set it; append-only, the newest of a regime and kind counts (migration 0013). */
export const reviewChain = sqliteTable('review_chain', {
  sequence: integer('sequence').primaryKey(),
  regime: text('regime').$type<Regime>(),
  noticeKind: text('notice_kind').$type<NoticeKind>(),
  chain: text('chain', { mode: 'json' }).$type<ReviewChain>(),
  reason: text('reason').notNull(),
  accountId: byAccount(),
  at: text('at').notNull(),
})

/** The exception of the two-person office; append-only, the newest counts (migration 0013). */
export const reviewException = sqliteTable('review_exception', {
  sequence: integer('sequence').primaryKey(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  reason: text('reason').notNull(),
  accountId: byAccount(),
  at: text('at').notNull(),
})

/** A remark on the spot; append-only (migration 0013). */
export const submissionRemark = sqliteTable('submission_remark', {
  id: text('id').primaryKey(),
  submissionId: text('submission_id')
    .notNull()
    .references(() => submission.id),
  place: text('place', { mode: 'json' }).$type<RemarkPlace>().notNull(),
  quote: text('quote').notNull(),
  text: text('text').notNull(),
  accountId: byAccount(),
  at: text('at').notNull(),
})

/** That a remark was dealt with; append-only (migration 0013). */
export const remarkSettled = sqliteTable('remark_settled', {
  remarkId: text('remark_id')
    .primaryKey()
    .references(() => submissionRemark.id),
  note: text('note').notNull(),
  accountId: byAccount(),
  at: text('at').notNull(),
})

/** What was put before a higher body; append-only (migration 0013). */
export const submissionReferral = sqliteTable('submission_referral', {
  id: text('id').primaryKey(),
  submissionId: text('submission_id')
    .notNull()
    .references(() => submission.id),
  referredTo: text('referred_to').notNull(),
  question: text('question').notNull(),
  accountId: byAccount(),
  at: text('at').notNull(),
})

/** What it answered; append-only (migration 0013). */
export const referralAnswer = sqliteTable('referral_answer', {
  referralId: text('referral_id')
    .primaryKey()
    .references(() => submissionReferral.id),
  result: text('result').$type<ReferralResult>().notNull(),
  text: text('text').notNull(),
  answeredBy: text('answered_by').notNull(),
  answeredOn: text('answered_on').notNull(),
  scanSha256: text('scan_sha256'),
  scanSize: integer('scan_size'),
  scanMediaType: text('scan_media_type'),
  accountId: byAccount(),
  at: text('at').notNull(),
})
