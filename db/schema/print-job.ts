import type { SheetForm } from '../../domain/sheet/template.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

const by = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)

const job = () =>
  text('job_id')
    .notNull()
    .references(() => printJob.id)

/** What somebody asked to be printed; immutable (migration 0023). */
export const printJob = sqliteTable('print_job', {
  sequence: integer('sequence').primaryKey(),
  id: text('id').notNull(),
  /** JSON of a `PrintSubject`. */
  subject: text('subject').notNull(),
  title: text('title').notNull(),
  editionHash: text('edition_hash'),
  current: integer('current', { mode: 'boolean' }),
  templateId: text('template_id'),
  accountId: by(),
  at: text('at').notNull(),
})

/** What came of making its PDF; append-only, the newest row counts (migration 0023). */
export const printBuild = sqliteTable('print_build', {
  sequence: integer('sequence').primaryKey(),
  jobId: job(),
  decided: integer('decided', { mode: 'boolean' }).notNull(),
  /** JSON of a `Refusal`; null when it was made. */
  refusal: text('refusal'),
  sha256: text('sha256'),
  pages: integer('pages'),
  paper: text('paper').$type<'A4' | 'A3'>(),
  /** JSON of a `TypeReport`. */
  typeReport: text('type_report'),
  templateId: text('template_id'),
  templateVersion: integer('template_version'),
  templateForm: text('template_form').$type<SheetForm>(),
  /** JSON of a `TemplateDefinition`. */
  templateDefinition: text('template_definition'),
  displayed: text('displayed', { mode: 'json' }).$type<{
    readonly startsOn: string
    readonly endsOn: string
  }>(),
  at: text('at').notNull(),
})

/** Which characters are left for the pen; immutable (migration 0023). */
export const printDecision = sqliteTable('print_decision', {
  jobId: text('job_id')
    .primaryKey()
    .references(() => printJob.id),
  byHand: text('by_hand', { mode: 'json' }).$type<readonly string[]>().notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** Sendings; append-only (migration 0023). */
export const printRun = sqliteTable('print_run', {
  sequence: integer('sequence').primaryKey(),
  jobId: job(),
  number: integer('number').notNull(),
  route: text('route').$type<'PRINTER' | 'VIEWER' | 'BROWSER'>().notNull(),
  printer: text('printer').notNull(),
  copies: integer('copies').notNull(),
  pages: text('pages').notNull(),
  launch: text('launch').notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** What the system said of a sending; immutable (migration 0023). */
export const printRunEnd = sqliteTable('print_run_end', {
  run: integer('run')
    .primaryKey()
    .references(() => printRun.sequence),
  ending: text('ending').$type<'HANDED' | 'REFUSED' | 'UNKNOWN'>().notNull(),
  at: text('at').notNull(),
})

/** What people say came out; append-only, the newest counts (migration 0023). */
export const printOutcome = sqliteTable('print_outcome', {
  sequence: integer('sequence').primaryKey(),
  run: integer('run')
    .notNull()
    .references(() => printRun.sequence),
  came: text('came').$type<'ALL' | 'PART' | 'NOTHING'>().notNull(),
  pages: text('pages').notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** Jobs given up; immutable (migration 0023). */
export const printCancel = sqliteTable('print_cancel', {
  jobId: text('job_id')
    .primaryKey()
    .references(() => printJob.id),
  accountId: by(),
  at: text('at').notNull(),
})
