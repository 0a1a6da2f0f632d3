import { sqliteCore } from '../drizzle.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { DecisionKind, NoticeState } from '../../domain/notice/notice-state.ts'
import type { HitKind } from '../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../domain/privacy/passage.ts'
import { account } from './office.ts'
import { catalogueItem } from './catalogue.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** The working copy of a notice (migration 0004). */
export const notice = sqliteTable('notice', {
  id: text('id').primaryKey(),
  state: text('state').$type<NoticeState>().notNull(),
  indexNumber: text('index_number').unique(),
  title: text('title').notNull(),
  catalogueItemId: text('catalogue_item_id').references(() => catalogueItem.id),
  revision: integer('revision').notNull(),
  handlerId: text('handler_id')
    .notNull()
    .references(() => account.id),
  updatedBy: text('updated_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  content: text('content', { mode: 'json' }).$type<DraftContent>().notNull(),
})

/** Who wrote for which edition; append-only (migration 0004). */
export const noticeAuthor = sqliteTable(
  'notice_author',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notice.id),
    editionNumber: integer('edition_number').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.editionNumber, table.accountId] })],
)

/** A file of a notice: the original and its public copy (migration 0004). */
export const attachment = sqliteTable('attachment', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  position: integer('position').notNull(),
  role: text('role').$type<'ATTACHMENT' | 'INLINE_IMAGE'>().notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  originalSha256: text('original_sha256').notNull(),
  originalSize: integer('original_size').notNull(),
  publicSha256: text('public_sha256').notNull(),
  publicSize: integer('public_size').notNull(),
  stripped: text('stripped', { mode: 'json' }).$type<readonly string[]>().notNull(),
  passages: text('passages', { mode: 'json' }).$type<readonly Passage[]>().notNull(),
  textRead: integer('text_read', { mode: 'boolean' }).notNull(),
  masks: text('masks', { mode: 'json' }).$type<readonly string[]>().notNull(),
  maskedCount: integer('masked_count').notNull(),
  removed: integer('removed', { mode: 'boolean' }).notNull().default(false),
  createdAt: text('created_at').notNull(),
})

/** What was handed in, frozen (migration 0004). `content` is canonical JSON and hashed, so it stays text. */
export const submission = sqliteTable('submission', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  hash: text('hash').notNull(),
  content: text('content').notNull(),
  submittedBy: text('submitted_by')
    .notNull()
    .references(() => account.id),
  submittedAt: text('submitted_at').notNull(),
  closed: integer('closed', { mode: 'boolean' }).notNull().default(false),
})

/** A decision on a submission (migration 0004). */
export const submissionDecision = sqliteTable(
  'submission_decision',
  {
    submissionId: text('submission_id')
      .notNull()
      .references(() => submission.id),
    kind: text('kind').$type<DecisionKind>().notNull(),
    decision: text('decision').$type<'APPROVED' | 'RETURNED'>().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.kind] })],
)

/** A value the secrecy reviewer allowed; append-only, the newest counts (migration 0004). */
export const privacyOverride = sqliteTable('privacy_override', {
  sequence: integer('sequence').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  fingerprint: text('fingerprint').notNull(),
  kind: text('kind').$type<HitKind>().notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  reason: text('reason').notNull(),
  at: text('at').notNull(),
})
