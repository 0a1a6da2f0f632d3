import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { DeadlineRule, DisplayPeriod } from '../../domain/duty/deadline/deadline-rule.ts'
import type { DutyClosingKind, DutyGround, DutyKind } from '../../domain/duty/duty.ts'
import type { DueTerm } from '../../domain/duty/due.ts'
import type { RuleScope, Verification } from '../../domain/duty/rule-record.ts'
import type { NoticeInterpretation, NoticePolicy } from '../../domain/notice/placement.ts'
import { sqliteCore } from '../drizzle.ts'
import { calendarChange } from './calendar.ts'
import { catalogueItem } from './catalogue.ts'
import { edition } from './edition.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Rules added to the starter set, by version (migration 0010). */
export const deadlineRule = sqliteTable(
  'deadline_rule',
  {
    ruleId: text('rule_id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    rule: text('rule', { mode: 'json' }).$type<DeadlineRule>(),
    displayPeriod: text('display_period', { mode: 'json' }).$type<DisplayPeriod>(),
    basis: text('basis').notNull(),
    scope: text('scope').$type<RuleScope>().notNull(),
    verified: text('verified').$type<Verification>().notNull(),
    defaultFor: text('default_for', { mode: 'json' }).$type<readonly Regime[]>().notNull(),
    effectiveFrom: text('effective_from'),
    effectiveTo: text('effective_to'),
    note: text('note').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => account.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ruleId, table.version] })],
)

/** By which rule duties are due (migration 0010). */
export const dutyGround = sqliteTable('duty_ground', {
  id: integer('id').primaryKey(),
  ground: text('ground', { mode: 'json' }).$type<DutyGround>().notNull(),
})

/** Duties, open and closed (migration 0010). */
export const duty = sqliteTable('duty', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<DutyKind>().notNull(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  itemId: text('item_id').references(() => catalogueItem.id),
  regime: text('regime').$type<Regime>().notNull(),
  title: text('title').notNull(),
  period: text('period').notNull(),
  event: text('event').notNull(),
  stage: integer('stage').notNull(),
  stageName: text('stage_name').notNull(),
  stageOf: text('stage_of').references((): AnySQLiteColumn => duty.id),
  policyNoticeId: text('policy_notice_id').references(() => notice.id),
  groundId: integer('ground_id')
    .notNull()
    .references(() => dutyGround.id),
  term: text('term', { mode: 'json' }).$type<DueTerm>().notNull(),
  startsOn: text('starts_on').notNull(),
  target: text('target').notNull(),
  due: text('due').notNull(),
  dueAt: text('due_at'),
  provisional: integer('provisional', { mode: 'boolean' }).notNull(),
  assigneeId: text('assignee_id').references(() => account.id),
  createdAt: text('created_at').notNull(),
  closing: text('closing').$type<DutyClosingKind>(),
  closedAt: text('closed_at'),
  closedOn: text('closed_on'),
  closedBy: text('closed_by').references(() => account.id),
  closedNoticeId: text('closed_notice_id').references(() => notice.id),
  closedReason: text('closed_reason').notNull().default(''),
  closedClockDoubt: integer('closed_clock_doubt', { mode: 'boolean' }).notNull().default(false),
})

/** What happened to duties; append-only (migration 0010). */
export const dutyEntry = sqliteTable('duty_entry', {
  sequence: integer('sequence').primaryKey(),
  dutyId: text('duty_id')
    .notNull()
    .references(() => duty.id),
  action: text('action').$type<'CLOSED' | 'REOPENED' | 'CONFIRMED' | 'ASSIGNED' | 'MOVED'>().notNull(),
  closing: text('closing').$type<DutyClosingKind>(),
  noticeId: text('notice_id').references(() => notice.id),
  reason: text('reason').notNull(),
  formerDue: text('former_due'),
  due: text('due'),
  calendarChangeId: integer('calendar_change_id').references(() => calendarChange.id),
  accountId: text('account_id').references(() => account.id),
  at: text('at').notNull(),
  onDate: text('on_date').notNull(),
  clockDoubt: integer('clock_doubt', { mode: 'boolean' }).notNull(),
})

/** Where a notice belongs (migration 0010). */
export const noticePlacement = sqliteTable('notice_placement', {
  noticeId: text('notice_id')
    .primaryKey()
    .references(() => notice.id),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  dutyId: text('duty_id').references(() => duty.id),
  noDuty: integer('no_duty', { mode: 'boolean' }).notNull().default(false),
  policy: text('policy', { mode: 'json' }).$type<NoticePolicy>(),
  interpretation: text('interpretation', { mode: 'json' }).$type<NoticeInterpretation>(),
})

/** On which item an edition was published; append-only (migration 0010). */
export const editionItem = sqliteTable('edition_item', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => edition.id),
  itemId: text('item_id')
    .notNull()
    .references(() => catalogueItem.id),
})
