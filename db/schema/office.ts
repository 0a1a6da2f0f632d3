import { sqliteCore } from '../drizzle.ts'
import type { Role } from '../../domain/office/role.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Which database this is (migration 0001). */
export const instance = sqliteTable('instance', {
  id: text('id').primaryKey(),
  createdAt: text('created_at').notNull(),
  restoredAt: text('restored_at'),
})

/** The office, one row (migration 0001). */
export const office = sqliteTable('office', {
  only: integer('only').primaryKey(),
  name: text('name').notNull(),
  uscc: text('uscc').notNull(),
  regionCode: text('region_code').notNull(),
  telephone: text('telephone').notNull(),
  address: text('address').notNull(),
  openingHours: text('opening_hours').notNull(),
  indexTemplate: text('index_template').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** People at the desk (migration 0001). */
export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  roles: text('roles', { mode: 'json' }).$type<readonly Role[]>().notNull(),
  passwordHash: text('password_hash').notNull(),
  passwordSetByOther: integer('password_set_by_other', { mode: 'boolean' }).notNull().default(false),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
  createdAt: text('created_at').notNull(),
})
