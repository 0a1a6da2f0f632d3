import type { CalendarDay } from '../../domain/duty/calendar/working-calendar.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Each time the calendar was changed (migration 0011). */
export const calendarChange = sqliteTable('calendar_change', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<'YEAR' | 'LOCAL_DAY'>().notNull(),
  summary: text('summary').notNull(),
  fileName: text('file_name').notNull(),
  signedBy: text('signed_by').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
  movedCount: integer('moved_count'),
})

/** National arrangements taken in (migration 0011). */
export const calendarYear = sqliteTable(
  'calendar_year',
  {
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    source: text('source').notNull(),
    days: text('days', { mode: 'json' }).$type<readonly CalendarDay[]>().notNull(),
    changeId: integer('change_id')
      .notNull()
      .references(() => calendarChange.id),
  },
  (table) => [primaryKey({ columns: [table.year, table.version] })],
)

/** Local holidays and working days (migration 0011). */
export const calendarDay = sqliteTable('calendar_day', {
  id: integer('id').primaryKey(),
  date: text('date').notNull(),
  kind: text('kind').$type<CalendarDay['kind']>().notNull(),
  name: text('name').notNull(),
  reason: text('reason').notNull(),
  changeId: integer('change_id')
    .notNull()
    .references(() => calendarChange.id),
  removedByChangeId: integer('removed_by_change_id').references(() => calendarChange.id),
})

/** Keys whose files were accepted (migration 0011). */
export const calendarKey = sqliteTable('calendar_key', {
  fingerprint: text('fingerprint').primaryKey(),
  publicKey: text('public_key').notNull(),
  name: text('name').notNull(),
  acceptedBy: text('accepted_by')
    .notNull()
    .references(() => account.id),
  acceptedAt: text('accepted_at').notNull(),
})

/** What the duties were last reckoned with (migration 0011). */
export const dutyUpkeep = sqliteTable('duty_upkeep', {
  only: integer('only').primaryKey(),
  calendarDigest: text('calendar_digest').notNull(),
  planDigest: text('plan_digest').notNull(),
  ranOn: text('ran_on').notNull(),
})
