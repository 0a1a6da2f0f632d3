import type { ExemptionGround } from '../../domain/register/exemption-ground.ts'
import type { ListCells, ListChangeKind, ListColumn, ListKind } from '../../domain/register/list-change.ts'
import type { ReviewOutcome } from '../../domain/register/undisclosed-matter.ts'
import { sqliteCore } from '../drizzle.ts'
import { notice } from './notice.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, real, sqliteTable, text } = sqliteCore

/** Matters that are not disclosed (migration 0012). */
export const undisclosedMatter = sqliteTable('undisclosed_matter', {
  id: text('id').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  title: text('title').notNull(),
  alias: integer('alias', { mode: 'boolean' }).notNull(),
  informationNumber: text('information_number').notNull(),
  description: text('description').notNull(),
  documentNumber: text('document_number').notNull(),
  producedOn: text('produced_on'),
  ground: text('ground').$type<ExemptionGround>().notNull(),
  reason: text('reason').notNull(),
  reviewerId: text('reviewer_id')
    .notNull()
    .references(() => account.id),
  decidedOn: text('decided_on').notNull(),
  reviewDue: text('review_due').notNull(),
  enteredBy: text('entered_by')
    .notNull()
    .references(() => account.id),
  enteredAt: text('entered_at').notNull(),
  editedBy: text('edited_by')
    .notNull()
    .references(() => account.id),
  editedAt: text('edited_at').notNull(),
})

/** Re-reviews of them; append-only (migration 0012). */
export const undisclosedReview = sqliteTable('undisclosed_review', {
  sequence: integer('sequence').primaryKey(),
  matterId: text('matter_id')
    .notNull()
    .references(() => undisclosedMatter.id),
  outcome: text('outcome').$type<ReviewOutcome>().notNull(),
  reason: text('reason').notNull(),
  nextDue: text('next_due'),
  reviewedBy: text('reviewed_by')
    .notNull()
    .references(() => account.id),
  reviewedAt: text('reviewed_at').notNull(),
  reviewedOn: text('reviewed_on').notNull(),
})

/** Drafts begun because of a re-review (migration 0012). */
export const undisclosedDraft = sqliteTable('undisclosed_draft', {
  reviewSequence: integer('review_sequence')
    .primaryKey()
    .references(() => undisclosedReview.sequence),
  noticeId: text('notice_id')
    .notNull()
    .references(() => notice.id),
})

/** Official lists (migration 0012). */
export const listRegister = sqliteTable('list_register', {
  id: text('id').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  kind: text('kind').$type<ListKind>().notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
})

/** Changes proposed together; append-only (migration 0012). */
export const listChangeSet = sqliteTable('list_change_set', {
  id: text('id').primaryKey(),
  listId: text('list_id')
    .notNull()
    .references(() => listRegister.id),
  name: text('name'),
  columns: text('columns', { mode: 'json' }).$type<readonly ListColumn[]>(),
  reason: text('reason').notNull(),
  legalBasis: text('legal_basis').notNull(),
  effectiveOn: text('effective_on').notNull(),
  sourceFile: text('source_file').notNull(),
  proposedBy: text('proposed_by')
    .notNull()
    .references(() => account.id),
  proposedAt: text('proposed_at').notNull(),
  personal: integer('personal', { mode: 'boolean' }).notNull(),
})

/** One change of one row; append-only (migration 0012). */
export const listChange = sqliteTable(
  'list_change',
  {
    changeSetId: text('change_set_id')
      .notNull()
      .references(() => listChangeSet.id),
    position: integer('position').notNull(),
    rowId: text('row_id').notNull(),
    kind: text('kind').$type<ListChangeKind>().notNull(),
    cells: text('cells', { mode: 'json' }).$type<ListCells>(),
    place: real('place').notNull(),
    base: text('base').references(() => listChangeSet.id),
  },
  (table) => [primaryKey({ columns: [table.changeSetId, table.position] })],
)

/** What became of a change set; append-only (migration 0012). */
export const listDecision = sqliteTable('list_decision', {
  sequence: integer('sequence').primaryKey(),
  changeSetId: text('change_set_id')
    .notNull()
    .references(() => listChangeSet.id),
  decision: text('decision').$type<'CONFIRMED' | 'RETURNED' | 'RECALLED'>().notNull(),
  reason: text('reason').notNull(),
  decidedBy: text('decided_by')
    .notNull()
    .references(() => account.id),
  decidedAt: text('decided_at').notNull(),
  personal: integer('personal', { mode: 'boolean' }).notNull(),
})

/** Whether a list is shown to the public; append-only, the newest row holds (migration 0012). */
export const listStanding = sqliteTable('list_standing', {
  sequence: integer('sequence').primaryKey(),
  listId: text('list_id')
    .notNull()
    .references(() => listRegister.id),
  action: text('action').$type<'HIDDEN' | 'SHOWN'>().notNull(),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
