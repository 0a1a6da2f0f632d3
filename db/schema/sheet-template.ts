import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { SheetForm } from '../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../domain/sheet/template-definition.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** Templates of the office; append-only (migration 0022). */
export const sheetTemplate = sqliteTable('sheet_template', {
  id: text('id').primaryKey(),
  form: text('form').$type<SheetForm>().notNull(),
  /** Null when it was copied from the product's own. */
  copiedFrom: text('copied_from').references((): AnySQLiteColumn => sheetTemplate.id),
})

/** How a template stood from a moment on; immutable (migration 0022). */
export const sheetTemplateVersion = sqliteTable(
  'sheet_template_version',
  {
    templateId: text('template_id')
      .notNull()
      .references(() => sheetTemplate.id),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    definition: text('definition', { mode: 'json' }).$type<TemplateDefinition>().notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.number] })],
)

/** Whether a template is offered; append-only, the newest row counts (migration 0022). */
export const sheetTemplateStanding = sqliteTable('sheet_template_standing', {
  sequence: integer('sequence').primaryKey(),
  templateId: text('template_id')
    .notNull()
    .references(() => sheetTemplate.id),
  standing: text('standing').$type<'RETIRED' | 'IN_USE'>().notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
