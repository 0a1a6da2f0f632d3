import type { DisplayRunKind, DisplayStopKind, DisplayTerm } from '../../domain/display/display-run.ts'
import type { ObjectionChannel } from '../../domain/display/objection.ts'
import type { DisplayResultKind } from '../../domain/display/display-result.ts'
import { sqliteCore } from '../drizzle.ts'
import { edition } from './edition.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, sqliteTable, text } = sqliteCore

/** Public displays; append-only (migration 0017). */
export const publicDisplay = sqliteTable('public_display', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
})

/** Spans in which one hung; append-only, the newest holds (migration 0017). */
export const displayRun = sqliteTable('display_run', {
  sequence: integer('sequence').primaryKey(),
  displayId: text('display_id')
    .notNull()
    .references(() => publicDisplay.id),
  number: integer('number').notNull(),
  kind: text('kind').$type<DisplayRunKind>().notNull(),
  editionId: integer('edition_id')
    .notNull()
    .references(() => edition.id),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  term: text('term', { mode: 'json' }).$type<DisplayTerm>().notNull(),
  provisional: integer('provisional', { mode: 'boolean' }).notNull(),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** What stopped a run; append-only, the newest holds (migration 0017). */
export const displayStop = sqliteTable('display_stop', {
  sequence: integer('sequence').primaryKey(),
  runSequence: integer('run_sequence')
    .notNull()
    .references(() => displayRun.sequence),
  displayId: text('display_id')
    .notNull()
    .references(() => publicDisplay.id),
  kind: text('kind').$type<DisplayStopKind>().notNull(),
  onDay: text('on_day').notNull(),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** Objections; append-only (migration 0017). */
export const objection = sqliteTable('objection', {
  id: text('id').primaryKey(),
  displayId: text('display_id')
    .notNull()
    .references(() => publicDisplay.id),
  number: integer('number').notNull(),
  receivedOn: text('received_on').notNull(),
  channel: text('channel').$type<ObjectionChannel>().notNull(),
  name: text('name').notNull(),
  contact: text('contact').notNull(),
  text: text('text').notNull(),
  enteredBy: text('entered_by')
    .notNull()
    .references(() => account.id),
  enteredAt: text('entered_at').notNull(),
})

/** Answers and mergers; append-only, the newest holds (migration 0017). */
export const objectionEntry = sqliteTable('objection_entry', {
  sequence: integer('sequence').primaryKey(),
  objectionId: text('objection_id')
    .notNull()
    .references(() => objection.id),
  kind: text('kind').$type<'ANSWERED' | 'MERGED'>().notNull(),
  answer: text('answer').notNull(),
  intoId: text('into_id').references(() => objection.id),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** Results that were proposed; append-only (migration 0017). */
export const displayResult = sqliteTable('display_result', {
  id: text('id').primaryKey(),
  displayId: text('display_id')
    .notNull()
    .references(() => publicDisplay.id),
  runSequence: integer('run_sequence')
    .notNull()
    .references(() => displayRun.sequence),
  kind: text('kind').$type<DisplayResultKind>().notNull(),
  text: text('text').notNull(),
  proposedBy: text('proposed_by')
    .notNull()
    .references(() => account.id),
  proposedAt: text('proposed_at').notNull(),
})

/** What became of a proposed result; append-only (migration 0017). */
export const displayResultDecision = sqliteTable('display_result_decision', {
  resultId: text('result_id')
    .primaryKey()
    .references(() => displayResult.id),
  decision: text('decision').$type<'CONFIRMED' | 'RETURNED'>().notNull(),
  reason: text('reason').notNull(),
  decidedBy: text('decided_by')
    .notNull()
    .references(() => account.id),
  decidedAt: text('decided_at').notNull(),
  decidedOn: text('decided_on').notNull(),
})
