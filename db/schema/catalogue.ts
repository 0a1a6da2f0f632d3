import { sqliteCore } from '../drizzle.ts'
import type { CatalogueItem, CatalogueReading, Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { LayoutColumn, VersionState } from '../../domain/catalogue/catalogue-version.ts'
import type { DeadlineRule, DisplayPeriod } from '../../domain/duty/deadline/deadline-rule.ts'
import { account } from './office.ts'
import { unit } from './unit.ts'

const { integer, primaryKey, sqliteTable, sqliteView, text } = sqliteCore

/** A catalogue through all its versions (migration 0009). */
export const catalogue = sqliteTable('catalogue', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  regime: text('regime').$type<Regime>().notNull(),
  createdAt: text('created_at').notNull(),
})

/** An item through all versions of its catalogue (migration 0009). */
export const catalogueItem = sqliteTable('catalogue_item', {
  id: text('id').primaryKey(),
  catalogueId: text('catalogue_id')
    .notNull()
    .references(() => catalogue.id),
})

/** One version of a catalogue (migration 0009). */
export const catalogueVersion = sqliteTable('catalogue_version', {
  id: text('id').primaryKey(),
  catalogueId: text('catalogue_id')
    .notNull()
    .references(() => catalogue.id),
  number: integer('number').notNull(),
  state: text('state').$type<VersionState>().notNull(),
  sourceFile: text('source_file').notNull(),
  columns: text('columns', { mode: 'json' }).$type<readonly LayoutColumn[]>().notNull(),
  createdBy: text('created_by').references(() => account.id),
  createdAt: text('created_at').notNull(),
  submittedBy: text('submitted_by').references(() => account.id),
  submittedAt: text('submitted_at'),
  approvedBy: text('approved_by').references(() => account.id),
  approvedAt: text('approved_at'),
  filedBy: text('filed_by').references(() => account.id),
  filedOn: text('filed_on'),
  filedWith: text('filed_with').notNull().default(''),
  filingNumber: text('filing_number').notNull().default(''),
  returnReason: text('return_reason').notNull().default(''),
})

/** Who has written a version (migration 0009). */
export const catalogueVersionAuthor = sqliteTable(
  'catalogue_version_author',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => catalogueVersion.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.accountId] })],
)

/** What a version says of an item (migration 0009). */
export const catalogueRow = sqliteTable(
  'catalogue_row',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => catalogueVersion.id),
    itemId: text('item_id')
      .notNull()
      .references(() => catalogueItem.id),
    position: integer('position').notNull(),
    serial: text('serial').notNull(),
    itemLevel1: text('item_level1').notNull(),
    itemLevel2: text('item_level2').notNull(),
    itemLevel3: text('item_level3').notNull(),
    contentElements: text('content_elements').notNull(),
    legalBasis: text('legal_basis').notNull(),
    deadlineText: text('deadline_text').notNull(),
    deadlineRule: text('deadline_rule', { mode: 'json' }).$type<DeadlineRule>(),
    deadlineRuleSet: integer('deadline_rule_set', { mode: 'boolean' }).notNull().default(false),
    displayPeriod: text('display_period', { mode: 'json' }).$type<DisplayPeriod>(),
    publishingUnit: text('publishing_unit').notNull(),
    channels: text('channels', { mode: 'json' }).$type<readonly string[]>().notNull(),
    audience: text('audience').$type<CatalogueItem['audience']>().notNull(),
    audienceNote: text('audience_note').notNull(),
    disclosureScope: text('disclosure_scope').$type<CatalogueItem['disclosureScope']>().notNull(),
    disclosureMode: text('disclosure_mode').$type<CatalogueItem['disclosureMode']>().notNull(),
    levels: text('levels', { mode: 'json' }).$type<readonly string[]>().notNull(),
    extra: text('extra', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    sourceSheet: text('source_sheet').notNull().default(''),
    sourceRow: integer('source_row').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.itemId] })],
)

/** How far an item went whose row was taken out of a draft (migration 0026); kept by a trigger. */
export const itemFormerScope = sqliteTable('item_former_scope', {
  itemId: text('item_id')
    .primaryKey()
    .references(() => catalogueItem.id),
  disclosureScope: text('disclosure_scope').$type<CatalogueItem['disclosureScope']>().notNull(),
})

/** The version that counts of each catalogue (migration 0009, a view). */
export const catalogueInUse = sqliteView('catalogue_in_use', {
  catalogueId: text('catalogue_id').notNull(),
  versionId: text('version_id').notNull(),
}).existing()

/** Which units keep which catalogue (migration 0009). */
export const catalogueUnit = sqliteTable(
  'catalogue_unit',
  {
    catalogueId: text('catalogue_id')
      .notNull()
      .references(() => catalogue.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
  },
  (table) => [primaryKey({ columns: [table.catalogueId, table.unitId] })],
)

/** Why a unit no longer keeps a catalogue (migration 0009). */
export const catalogueUnitLeave = sqliteTable('catalogue_unit_leave', {
  sequence: integer('sequence').primaryKey(),
  catalogueId: text('catalogue_id')
    .notNull()
    .references(() => catalogue.id),
  unitId: text('unit_id')
    .notNull()
    .references(() => unit.id),
  reason: text('reason').notNull(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** What differs in one unit (migration 0009). */
export const unitItem = sqliteTable(
  'unit_item',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    itemId: text('item_id')
      .notNull()
      .references(() => catalogueItem.id),
    applies: integer('applies', { mode: 'boolean' }).notNull().default(true),
    reason: text('reason').notNull().default(''),
    assigneeId: text('assignee_id').references(() => account.id),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.itemId] })],
)

/** A file under preview (migration 0009). */
export const catalogueImport = sqliteTable('catalogue_import', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  readings: text('readings', { mode: 'json' }).$type<readonly CatalogueReading[]>().notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => account.id),
  createdAt: text('created_at').notNull(),
})
