import type { ChangeKind } from '../../domain/notice/change.ts'
import type { Retention } from '../../domain/notice/retention.ts'
import { sqliteCore } from '../drizzle.ts'
import { catalogueItem } from './catalogue.ts'
import { edition, withdrawal } from './edition.ts'
import { notice, submission } from './notice.ts'
import { account } from './office.ts'
import { board, unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

const by = (name: string) =>
  text(name)
    .notNull()
    .references(() => account.id)

/** What an edition is kept as, and what the clock asks of it (migration 0014). */
export const editionRecord = sqliteTable('edition_record', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  retention: text('retention').$type<Retention>().notNull(),
  retainUntil: text('retain_until'),
  changeKind: text('change_kind').$type<ChangeKind>(),
  changeNote: text('change_note').notNull(),
  expiresAt: text('expires_at'),
})

/** When what stands runs out, kept by triggers (migration 0014). */
export const standingExpiry = sqliteTable(
  'standing_expiry',
  {
    expiresAt: text('expires_at').notNull(),
    editionId: integer('edition_id')
      .notNull()
      .unique()
      .references(() => edition.id),
  },
  (table) => [primaryKey({ columns: [table.expiresAt, table.editionId] })],
)

/** 保管期限 that the office sets for an item (migration 0014). */
export const itemRetention = sqliteTable('item_retention', {
  sequence: integer('sequence').primaryKey(),
  itemId: text('item_id')
    .notNull()
    .references(() => catalogueItem.id),
  retention: text('retention').$type<Retention>(),
  accountId: by('account_id'),
  at: text('at').notNull(),
})

/** More than the reason of a withdrawal (migration 0014). */
export const withdrawalDetail = sqliteTable('withdrawal_detail', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => withdrawal.editionId),
  consolidatedInto: text('consolidated_into').notNull(),
  orderAuthority: text('order_authority').notNull(),
  orderNumber: text('order_number').notNull(),
})

/** A sheet that was put up (migration 0014). */
export const posting = sqliteTable('posting', {
  id: text('id').primaryKey(),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  boardId: text('board_id')
    .notNull()
    .references(() => board.id),
  postedOn: text('posted_on').notNull(),
  postedBy: by('posted_by'),
  postedAt: text('posted_at').notNull(),
})

/** A sheet that was taken down (migration 0014). */
export const postingRemoval = sqliteTable('posting_removal', {
  postingId: text('posting_id')
    .primaryKey()
    .references(() => posting.id),
  removedOn: text('removed_on').notNull(),
  removedBy: by('removed_by'),
  removedAt: text('removed_at').notNull(),
})

/** Paper that has to come down (migration 0014). */
export const recallEntry = sqliteTable('recall_entry', {
  id: integer('id').primaryKey(),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  boardId: text('board_id')
    .notNull()
    .references(() => board.id),
  cause: text('cause').$type<'WITHDRAWN' | 'CORRECTED'>().notNull(),
  posted: integer('posted', { mode: 'boolean' }).notNull(),
  openedAt: text('opened_at').notNull(),
  openedOn: text('opened_on').notNull(),
})

/** Paper that has come down (migration 0014). */
export const recallTick = sqliteTable('recall_tick', {
  entryId: integer('entry_id')
    .primaryKey()
    .references(() => recallEntry.id),
  removedOn: text('removed_on').notNull(),
  note: text('note').notNull(),
  accountId: by('account_id'),
  at: text('at').notNull(),
})

/** 定时发布 (migration 0014). */
export const noticeSchedule = sqliteTable('notice_schedule', {
  id: integer('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  submissionId: text('submission_id')
    .notNull()
    .references(() => submission.id),
  publishAt: text('publish_at').notNull(),
  scheduledBy: by('scheduled_by'),
  scheduledAt: text('scheduled_at').notNull(),
  outcome: text('outcome').$type<'PUBLISHED' | 'CANCELLED'>(),
  endedAt: text('ended_at'),
  refusal: text('refusal').notNull().default(''),
  refusedAt: text('refused_at'),
})

/** What somebody meant to publish in one go (migration 0014). */
export const publishBatch = sqliteTable('publish_batch', {
  id: text('id').primaryKey(),
  createdBy: by('created_by'),
  createdAt: text('created_at').notNull(),
  endedAt: text('ended_at'),
})

/** One notice of a batch (migration 0014). */
export const publishBatchItem = sqliteTable(
  'publish_batch_item',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => publishBatch.id),
    position: integer('position').notNull(),
    noticeId: text('notice_id')
      .notNull()
      .references(() => notice.id),
    submissionId: text('submission_id')
      .notNull()
      .references(() => submission.id),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.position] })],
)

/** Put away and taken out again (migration 0014). */
export const archiveEntry = sqliteTable('archive_entry', {
  sequence: integer('sequence').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  action: text('action').$type<'ARCHIVED' | 'REOPENED'>().notNull(),
  reason: text('reason').notNull(),
  accountId: by('account_id'),
  at: text('at').notNull(),
})
