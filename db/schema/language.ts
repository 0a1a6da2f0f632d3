import type { ScriptLayout, ScriptLead } from '../../domain/language/script-order.ts'
import type { NoticeLanguage } from '../../domain/notice/language.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Orders of scripts; append-only (migration 0020). */
export const scriptOrder = sqliteTable('script_order', {
  sequence: integer('sequence').primaryKey(),
  effectiveFrom: text('effective_from').notNull(),
  language: text('language').$type<NoticeLanguage>(),
  lead: text('lead').$type<ScriptLead>().notNull(),
  layout: text('layout').$type<ScriptLayout>().notNull(),
  sizeRatio: integer('size_ratio').notNull(),
  basis: text('basis').notNull(),
  basisRead: integer('basis_read', { mode: 'boolean' }).notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
