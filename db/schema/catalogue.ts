import { sqliteCore } from '../drizzle.ts'
import type { CatalogueItem, Regime } from '../../domain/catalogue/catalogue-item.ts'

const { integer, sqliteTable, text } = sqliteCore

/** An imported table (migration 0003). */
export const catalogue = sqliteTable('catalogue', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  regime: text('regime').$type<Regime>().notNull(),
  sourceFile: text('source_file').notNull(),
  importedAt: text('imported_at').notNull(),
})

/** One row of an imported table (migration 0003). */
export const catalogueItem = sqliteTable('catalogue_item', {
  id: text('id').primaryKey(),
  catalogueId: text('catalogue_id')
    .notNull()
    .references(() => catalogue.id),
  position: integer('position').notNull(),
  serial: text('serial').notNull(),
  itemLevel1: text('item_level1').notNull(),
  itemLevel2: text('item_level2').notNull(),
  itemLevel3: text('item_level3').notNull(),
  contentElements: text('content_elements').notNull(),
  legalBasis: text('legal_basis').notNull(),
  deadlineText: text('deadline_text').notNull(),
  publishingUnit: text('publishing_unit').notNull(),
  channels: text('channels', { mode: 'json' }).$type<readonly string[]>().notNull(),
  audience: text('audience').$type<CatalogueItem['audience']>().notNull(),
  audienceNote: text('audience_note').notNull(),
  disclosureMode: text('disclosure_mode').$type<CatalogueItem['disclosureMode']>().notNull(),
  levels: text('levels', { mode: 'json' }).$type<readonly string[]>().notNull(),
  extra: text('extra', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
})
