import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'
import { countyCard } from './receipt.ts'

const { integer, sqliteTable, text } = sqliteCore

/** When the program sends by itself; the newest row counts (migration 0034). */
export const networkSchedule = sqliteTable('network_schedule', {
  id: integer('id').primaryKey(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  afterPublishing: integer('after_publishing', { mode: 'boolean' }).notNull(),
  everyHours: integer('every_hours').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** Every time the county was asked over the network (migration 0034). `refusalParams` is JSON. */
export const networkContact = sqliteTable('network_contact', {
  id: integer('id').primaryKey(),
  countyCardId: integer('county_card_id')
    .notNull()
    .references(() => countyCard.id),
  accountId: text('account_id').references(() => account.id),
  beganAt: text('began_at').notNull(),
  endedAt: text('ended_at').notNull(),
  reached: integer('reached', { mode: 'boolean' }).notNull(),
  refusalCode: text('refusal_code'),
  refusalParams: text('refusal_params').notNull(),
  packageCount: integer('package_count').notNull(),
  receiptCount: integer('receipt_count').notNull(),
  downwardCount: integer('downward_count').notNull(),
})
