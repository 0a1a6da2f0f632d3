import { sqliteCore } from '../drizzle.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import type { WithdrawalReason } from '../../domain/notice/notice-state.ts'
import { notice, submission } from './notice.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** A published edition, immutable but for its state (migration 0005). `content` is canonical JSON and hashed. */
export const edition = sqliteTable('edition', {
  id: integer('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  editionNumber: integer('edition_number').notNull(),
  hash: text('hash').notNull(),
  indexNumber: text('index_number').notNull(),
  submissionId: text('submission_id')
    .notNull()
    .references(() => submission.id),
  publishedBy: text('published_by')
    .notNull()
    .references(() => account.id),
  publishedAt: text('published_at').notNull(),
  publishDate: text('publish_date').notNull(),
  state: text('state').$type<'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'>().notNull(),
  title: text('title').notNull(),
  noticeKind: text('notice_kind').$type<NoticeKind>().notNull(),
  documentNumber: text('document_number').notNull(),
  publicGroupId: text('public_group_id').notNull(),
  content: text('content').notNull(),
})

/** Heading of the public list (migration 0005). */
export const publicGroup = sqliteTable('public_group', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  catalogueName: text('catalogue_name').notNull(),
  regime: text('regime').$type<Regime>().notNull(),
  publishedCount: integer('published_count').notNull(),
})

/** A tombstone (migration 0005). */
export const withdrawal = sqliteTable('withdrawal', {
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  reason: text('reason').$type<WithdrawalReason>().notNull(),
  note: text('note').notNull(),
  hideTitle: integer('hide_title', { mode: 'boolean' }).notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
  withdrawnDate: text('withdrawn_date').notNull(),
})

/** One counter a series (migration 0005). */
export const indexSeries = sqliteTable('index_series', {
  series: text('series').primaryKey(),
  last: integer('last').notNull(),
})

/** What the county has not been sent yet (migration 0005). */
export const outbox = sqliteTable('outbox', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<'EDITION' | 'WITHDRAWAL'>().notNull(),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  queuedAt: text('queued_at').notNull(),
  packageSequence: integer('package_sequence'),
})

/** A package that was written (migration 0005). */
export const packageWritten = sqliteTable('package', {
  sequence: integer('sequence').primaryKey(),
  fileName: text('file_name').notNull().unique(),
  sha256: text('sha256').notNull(),
  sealSha256: text('seal_sha256').notNull(),
  size: integer('size').notNull(),
  editionCount: integer('edition_count').notNull(),
  withdrawalCount: integer('withdrawal_count').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
})
