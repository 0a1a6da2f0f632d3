import type { EmergencyKind } from '../../domain/notice/emergency-template.ts'
import { sqliteCore } from '../drizzle.ts'
import { catalogueItem } from './catalogue.ts'
import { duty } from './duty.ts'
import { edition } from './edition.ts'
import { notice, submission } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, sqliteTable, text } = sqliteCore

/** What happened; its hours run from `startedAt` (migration 0019). */
export const emergency = sqliteTable('emergency', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<EmergencyKind>().notNull(),
  event: text('event').notNull(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  itemId: text('item_id').references(() => catalogueItem.id),
  startedAt: text('started_at').notNull(),
  openedBy: text('opened_by')
    .notNull()
    .references(() => account.id),
  openedAt: text('opened_at').notNull(),
  firstDutyId: text('first_duty_id')
    .notNull()
    .references(() => duty.id),
  followUpDutyId: text('follow_up_duty_id')
    .notNull()
    .references(() => duty.id),
})

/** When it was declared over; append-only (migration 0019). */
export const emergencyEnd = sqliteTable('emergency_end', {
  emergencyId: text('emergency_id')
    .primaryKey()
    .references(() => emergency.id),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** What one person published in it; append-only (migration 0019). */
export const emergencyNotice = sqliteTable('emergency_notice', {
  noticeId: text('notice_id')
    .primaryKey()
    .references(() => notice.id),
  emergencyId: text('emergency_id')
    .notNull()
    .references(() => emergency.id),
  submissionId: text('submission_id')
    .notNull()
    .references(() => submission.id),
  reviewDue: text('review_due').notNull(),
})

/** Until when an edition takes the kiosk over (migration 0019). */
export const takeover = sqliteTable('takeover', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  until: text('until').notNull(),
  endedAt: text('ended_at'),
})
