import type { ScreenDefinition } from '../../domain/signage/screen.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition } from './edition.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Passive screens; append-only (migration 0029). */
export const screen = sqliteTable('screen', {
  id: text('id').primaryKey(),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
})

/** How a screen stood from a moment on; append-only, the newest counts (migration 0029). */
export const screenVersion = sqliteTable(
  'screen_version',
  {
    screenId: text('screen_id')
      .notNull()
      .references(() => screen.id),
    number: integer('number').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    definition: text('definition', { mode: 'json' }).$type<Omit<ScreenDefinition, 'unitId'>>().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.screenId, table.number] })],
)

/** Screens taken down for good; append-only (migration 0029). */
export const screenEnd = sqliteTable('screen_end', {
  screenId: text('screen_id')
    .primaryKey()
    .references(() => screen.id),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** Which screens an emergency notice takes over; no row means all (migration 0029). */
export const takeoverScreen = sqliteTable('takeover_screen', {
  noticeId: text('notice_id')
    .primaryKey()
    .references(() => notice.id),
  screenIds: text('screen_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
})

/** Whose board the current editions stand on; kept by triggers (migration 0029). */
export const standingUnit = sqliteTable('standing_unit', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  regime: text('regime').$type<Regime>().notNull(),
})
