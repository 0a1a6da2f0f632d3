import { sqliteCore } from '../drizzle.ts'
import type { StoredDraft } from '../../domain/notice/empty-draft.ts'
import type { DecisionKind, NoticeState } from '../../domain/notice/notice-state.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import type { ReviewChain } from '../../domain/notice/review-chain.ts'
import type { Role } from '../../domain/office/role.ts'
import type { HitKind } from '../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../domain/privacy/passage.ts'
import { account } from './office.ts'
import { catalogueItem } from './catalogue.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** The working copy of a notice (migrations 0004, 0013). */
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
  content: text('content', { mode: 'json' }).$type<StoredDraft>().notNull(),
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

/** What was handed in, frozen (migrations 0004, 0013). `content` is canonical JSON and hashed, so it stays text. */
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
  revision: integer('revision').notNull().default(0),
  catalogueItemId: text('catalogue_item_id').references(() => catalogueItem.id),
  placement: text('placement', { mode: 'json' }).$type<NoticePlacement>(),
  chain: text('chain', { mode: 'json' })
    .$type<ReviewChain>()
    .notNull()
    .default([['REVIEW', 'SECRECY_REVIEW']]),
  emergencyReason: text('emergency_reason').notNull().default(''),
  authorIds: text('author_ids', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  modeReason: text('mode_reason').notNull().default(''),
  itemWords: text('item_words', { mode: 'json' }).$type<{
    readonly legalBasis: string
    readonly deadline: string
    readonly channels: readonly string[]
  }>(),
})

/** A decision on a submission (migrations 0004, 0013). */
export const submissionDecision = sqliteTable(
  'submission_decision',
  {
    submissionId: text('submission_id')
      .notNull()
      .references(() => submission.id),
    kind: text('kind').$type<DecisionKind>().notNull(),
    language: text('language').notNull(),
    decision: text('decision').$type<'APPROVED' | 'RETURNED'>().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    exceptionReason: text('exception_reason').notNull().default(''),
    slipSha256: text('slip_sha256'),
    slipSize: integer('slip_size'),
    slipMediaType: text('slip_media_type'),
    signedBy: text('signed_by').notNull().default(''),
    signedOn: text('signed_on'),
    afterTheFact: integer('after_the_fact', { mode: 'boolean' }).notNull().default(false),
    role: text('role').$type<Role | ''>().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.kind, table.language] })],
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
