import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { EntryStep, LegalityResult } from '../../domain/matter/matter-entry.ts'
import type { MatterKind } from '../../domain/matter/matter-kind.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import type { ConsultationPlan } from '../../domain/voice/consultation.ts'
import type { AdoptionResult } from '../../domain/voice/opinion.ts'
import type { OpinionChannel } from '../../domain/voice/opinion-channel.ts'
import { sqliteCore } from '../drizzle.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

const by = (name: string) =>
  text(name)
    .notNull()
    .references(() => account.id)

/** Decision files (migration 0018). */
export const matter = sqliteTable('matter', {
  id: text('id').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  kind: text('kind').$type<MatterKind>().notNull(),
  title: text('title').notNull(),
  target: text('target').notNull(),
  measures: text('measures').notNull(),
  owner: text('owner').notNull(),
  createdBy: by('created_by'),
  createdAt: text('created_at').notNull(),
  editedBy: by('edited_by'),
  editedAt: text('edited_at').notNull(),
})

const ofMatter = () =>
  text('matter_id')
    .notNull()
    .references(() => matter.id)

/** Files of the office; append-only (migration 0018). */
export const matterFile = sqliteTable('matter_file', {
  id: text('id').primaryKey(),
  matterId: ofMatter(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  addedBy: by('added_by'),
  addedAt: text('added_at').notNull(),
})

/** What happened in a matter; append-only (migration 0018). */
export const matterEntry = sqliteTable('matter_entry', {
  sequence: integer('sequence').primaryKey(),
  matterId: ofMatter(),
  step: text('step').$type<EntryStep>().notNull(),
  on: text('on_date').notNull(),
  heading: text('heading').notNull(),
  text: text('text').notNull(),
  measure: text('measure').notNull(),
  result: text('result').$type<LegalityResult>(),
  workdays: integer('workdays'),
  dueOn: text('due_on'),
  noticeId: text('notice_id').references(() => notice.id),
  fileId: text('file_id').references(() => matterFile.id),
  voids: integer('voids').references((): AnySQLiteColumn => matterEntry.sequence),
  enteredBy: by('entered_by'),
  enteredAt: text('entered_at').notNull(),
})

/** Consultations; frozen once opened (migration 0018). */
export const consultation = sqliteTable('consultation', {
  id: text('id').primaryKey(),
  matterId: ofMatter(),
  opensOn: text('opens_on'),
  amount: integer('amount').notNull(),
  unit: text('unit').$type<'day' | 'workday'>().notNull(),
  channels: text('channels', { mode: 'json' }).$type<ConsultationPlan['channels']>().notNull(),
  shorterReason: text('shorter_reason').notNull(),
  openedOn: text('opened_on'),
  closesOn: text('closes_on'),
  plannedBy: by('planned_by'),
  plannedAt: text('planned_at').notNull(),
  droppedBy: text('dropped_by').references(() => account.id),
  droppedAt: text('dropped_at'),
})

/** Which notice is what of a matter; append-only, the newest row of a notice holds (migration 0018). */
export const matterNotice = sqliteTable('matter_notice', {
  sequence: integer('sequence').primaryKey(),
  matterId: ofMatter(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  role: text('role').$type<MatterRole>().notNull(),
  consultationId: text('consultation_id').references(() => consultation.id),
  linked: integer('linked', { mode: 'boolean' }).notNull(),
  accountId: by('account_id'),
  at: text('at').notNull(),
})

/** Opinions by number; append-only (migration 0018). */
export const opinion = sqliteTable('opinion', {
  id: text('id').primaryKey(),
  consultationId: text('consultation_id')
    .notNull()
    .references(() => consultation.id),
  number: integer('number').notNull(),
})

const ofOpinion = () =>
  text('opinion_id')
    .notNull()
    .references(() => opinion.id)

/** What was typed in of an opinion; append-only, the newest version holds (migration 0018). */
export const opinionVersion = sqliteTable(
  'opinion_version',
  {
    opinionId: ofOpinion(),
    version: integer('version').notNull(),
    channel: text('channel').$type<OpinionChannel>().notNull(),
    receivedOn: text('received_on').notNull(),
    name: text('name').notNull(),
    contact: text('contact').notNull(),
    text: text('text').notNull(),
    enteredBy: by('entered_by'),
    enteredAt: text('entered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.opinionId, table.version] })],
)

/** What an opinion was merged into; append-only, the newest row holds (migration 0018). */
export const opinionMerge = sqliteTable('opinion_merge', {
  sequence: integer('sequence').primaryKey(),
  opinionId: ofOpinion(),
  intoId: text('into_id').references(() => opinion.id),
  accountId: by('account_id'),
  at: text('at').notNull(),
})

/** Answers to opinions; append-only, the newest row holds (migration 0018). */
export const opinionAnswer = sqliteTable('opinion_answer', {
  sequence: integer('sequence').primaryKey(),
  opinionId: ofOpinion(),
  result: text('result').$type<AdoptionResult>().notNull(),
  reason: text('reason').notNull(),
  summary: text('summary').notNull(),
  accountId: by('account_id'),
  at: text('at').notNull(),
})
