import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Where a phone opens the board from the code on paper (migration 0026). */
export const codeAddress = sqliteTable('code_address', {
  sequence: integer('sequence').primaryKey(),
  address: text('address').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
