import type { DeskSearch } from '../../domain/notice/desk-search.ts'
import { sqliteCore } from '../drizzle.ts'
import { attachment, notice } from './notice.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Which row of the full-text index is of which file (migration 0021). */
export const attachmentText = sqliteTable('attachment_text', {
  id: integer('id').primaryKey(),
  attachmentId: text('attachment_id')
    .notNull()
    .unique()
    .references(() => attachment.id),
})

/** Which row of the full-text index is of which working copy (migration 0021). */
export const noticeText = sqliteTable('notice_text', {
  id: integer('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .unique()
    .references(() => notice.id),
})

/** What a person searches for again and again (migration 0021). */
export const savedSearch = sqliteTable('saved_search', {
  id: text('id').primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  name: text('name').notNull(),
  search: text('search', { mode: 'json' }).$type<DeskSearch>().notNull(),
  createdAt: text('created_at').notNull(),
})
