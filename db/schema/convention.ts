import type { VoidReason } from '../../domain/notice/document-number-series.ts'
import type { StatedValidity } from '../../domain/notice/validity.ts'
import type { DictionaryKind, WordingSeverity } from '../../domain/wording/wording-entry.ts'
import { sqliteCore } from '../drizzle.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Why a document number was never used here; append-only, the newest row of a number counts (migration 0015). */
export const documentNumberVoid = sqliteTable('document_number_void', {
  sequence: integer('sequence').primaryKey(),
  prefix: text('prefix').notNull(),
  year: integer('year').notNull(),
  serial: integer('serial').notNull(),
  reason: text('reason').$type<VoidReason>().notNull(),
  note: text('note').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** What became of a published document; append-only (migration 0015). */
export const noticeValidity = sqliteTable('notice_validity', {
  sequence: integer('sequence').primaryKey(),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
  standing: text('standing').$type<StatedValidity>().notNull(),
  effectiveOn: text('effective_on').notNull(),
  reason: text('reason').notNull(),
  replacedBy: text('replaced_by').references(() => notice.id),
  proposedBy: text('proposed_by')
    .notNull()
    .references(() => account.id),
  proposedAt: text('proposed_at').notNull(),
})

/** What a second person said to it; append-only (migration 0015). */
export const noticeValidityDecision = sqliteTable('notice_validity_decision', {
  validitySequence: integer('validity_sequence')
    .primaryKey()
    .references(() => noticeValidity.sequence),
  decision: text('decision').$type<'CONFIRMED' | 'RETURNED' | 'RECALLED'>().notNull(),
  reason: text('reason').notNull(),
  decidedBy: text('decided_by')
    .notNull()
    .references(() => account.id),
  decidedAt: text('decided_at').notNull(),
})

/** 有效期至 of the current edition (migration 0015). */
export const noticeTerm = sqliteTable('notice_term', {
  noticeId: text('notice_id')
    .primaryKey()
    .references(() => notice.id),
  validTo: text('valid_to'),
})

/** A dictionary as it was taken in; immutable (migration 0015). */
export const wordingVersion = sqliteTable('wording_version', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<DictionaryKind>().notNull(),
  version: integer('version').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  source: text('source').notNull(),
  signature: text('signature').notNull(),
  entryCount: integer('entry_count').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** One entry of it; immutable (migration 0015). */
export const wordingEntry = sqliteTable(
  'wording_entry',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => wordingVersion.id),
    position: integer('position').notNull(),
    word: text('word').notNull(),
    suggestion: text('suggestion').notNull(),
    severity: text('severity').$type<WordingSeverity>().notNull(),
    note: text('note').notNull(),
    exceptions: text('exceptions', { mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.position] })],
)

/** Which version of a dictionary is in use, null for the shipped one; append-only (migration 0015). */
export const wordingChoice = sqliteTable('wording_choice', {
  sequence: integer('sequence').primaryKey(),
  kind: text('kind').$type<DictionaryKind>().notNull(),
  versionId: text('version_id').references(() => wordingVersion.id),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
