import type { Block } from '../../domain/notice/body.ts'
import type { KeptFind } from '../../domain/privacy/removed-hits.ts'
import type { ColumnProof } from '../../domain/table/derive-table.ts'
import type { FieldKind } from '../../domain/table/field-kind.ts'
import type { ListPolicy } from '../../domain/table/list-policy.ts'
import type { ListType } from '../../domain/table/list-type.ts'
import type { TableCorrection, TableReading, TableSheet } from '../../domain/table/table-reading.ts'
import { sqliteCore } from '../drizzle.ts'
import { attachment, notice } from './notice.ts'
import { account } from './office.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Lists taken into notices; office only (migration 0016). */
export const noticeTable = sqliteTable('notice_table', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  sheets: text('sheets', { mode: 'json' }).$type<readonly TableSheet[]>().notNull(),
  reading: text('reading', { mode: 'json' }).$type<TableReading>().notNull(),
  corrections: text('corrections', { mode: 'json' }).$type<readonly TableCorrection[]>().notNull(),
  state: text('state').$type<'DRAFT' | 'IN_TEXT' | 'DISCARDED'>().notNull(),
  revision: integer('revision').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
  updatedBy: text('updated_by')
    .notNull()
    .references(() => account.id),
  updatedAt: text('updated_at').notNull(),
})

/** Each take-over of a list into the text; append-only (migration 0016). */
export const noticeTableTaking = sqliteTable('notice_table_taking', {
  sequence: integer('sequence').primaryKey(),
  tableId: text('table_id')
    .notNull()
    .references(() => noticeTable.id),
  reading: text('reading', { mode: 'json' }).$type<TableReading>().notNull(),
  corrections: text('corrections', { mode: 'json' }).$type<readonly TableCorrection[]>().notNull(),
  policy: text('policy', { mode: 'json' }).$type<ListPolicy>().notNull(),
  policyNumber: integer('policy_number').notNull(),
  draftRevision: integer('draft_revision').notNull(),
  blocks: text('blocks', { mode: 'json' }).$type<readonly Block[]>().notNull(),
  derivedSha256: text('derived_sha256').notNull(),
  proof: text('proof', { mode: 'json' }).$type<readonly ColumnProof[]>().notNull(),
  takenBy: text('taken_by')
    .notNull()
    .references(() => account.id),
  takenAt: text('taken_at').notNull(),
})

/** Values left out of public tables; append-only, office only (migration 0016). */
export const noticeTableRemoved = sqliteTable(
  'notice_table_removed',
  {
    taking: integer('taking')
      .notNull()
      .references(() => noticeTableTaking.sequence),
    position: integer('position').notNull(),
    kind: text('kind').$type<FieldKind>().notNull(),
    value: text('value').notNull(),
    fingerprint: text('fingerprint').notNull(),
  },
  (table) => [primaryKey({ columns: [table.taking, table.position] })],
)

/** Searches of public files for removed values; append-only (migration 0016). */
export const noticeTableSearch = sqliteTable('notice_table_search', {
  sequence: integer('sequence').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  attachmentId: text('attachment_id')
    .notNull()
    .references(() => attachment.id),
  fileSha256: text('file_sha256').notNull(),
  valuesSha256: text('values_sha256').notNull(),
  textRead: integer('text_read', { mode: 'boolean' }).notNull(),
  finds: text('finds', { mode: 'json' }).$type<readonly KeptFind[]>().notNull(),
  searchedAt: text('searched_at').notNull(),
})

/** The office's own field policies; append-only, the newest of a type holds (migration 0016). */
export const listPolicy = sqliteTable('list_policy', {
  number: integer('number').primaryKey(),
  listType: text('list_type').$type<ListType>().notNull(),
  policy: text('policy', { mode: 'json' }).$type<ListPolicy>().notNull(),
  basis: text('basis').notNull(),
  setBy: text('set_by')
    .notNull()
    .references(() => account.id),
  setAt: text('set_at').notNull(),
})
