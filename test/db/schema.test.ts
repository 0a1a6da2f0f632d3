import Sqlite, { type Database } from 'better-sqlite3'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { is, Table } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadMigrations, migrate } from '../../db/migrate.ts'
import * as auditTables from '../../db/schema/audit.ts'
import * as calendarTables from '../../db/schema/calendar.ts'
import * as catalogueTables from '../../db/schema/catalogue.ts'
import * as conventionTables from '../../db/schema/convention.ts'
import * as deskSearchTables from '../../db/schema/desk-search.ts'
import * as dutyTables from '../../db/schema/duty.ts'
import * as editionRecordTables from '../../db/schema/edition-record.ts'
import * as editionTables from '../../db/schema/edition.ts'
import * as emergencyTables from '../../db/schema/emergency.ts'
import * as exchangeTables from '../../db/schema/exchange.ts'
import * as kioskTables from '../../db/schema/kiosk.ts'
import * as kioskSearchTables from '../../db/schema/kiosk-search.ts'
import * as languageTables from '../../db/schema/language.ts'
import * as matterTables from '../../db/schema/matter.ts'
import * as networkTables from '../../db/schema/network.ts'
import * as noticeTableTables from '../../db/schema/notice-table.ts'
import * as noticeTables from '../../db/schema/notice.ts'
import * as officeTables from '../../db/schema/office.ts'
import * as postingTables from '../../db/schema/posting.ts'
import * as printJobTables from '../../db/schema/print-job.ts'
import * as publicDisplayTables from '../../db/schema/public-display.ts'
import * as receiptTables from '../../db/schema/receipt.ts'
import * as registerTables from '../../db/schema/register.ts'
import * as replicaTables from '../../db/schema/replica.ts'
import * as reviewTables from '../../db/schema/review.ts'
import * as screenEvidenceTables from '../../db/schema/screen-evidence.ts'
import * as screenTables from '../../db/schema/screen.ts'
import * as sheetCodeTables from '../../db/schema/sheet-code.ts'
import * as sheetTemplateTables from '../../db/schema/sheet-template.ts'
import * as shelfTables from '../../db/schema/shelf.ts'
import * as unitTables from '../../db/schema/unit.ts'

const declared = [
  auditTables,
  calendarTables,
  catalogueTables,
  conventionTables,
  deskSearchTables,
  dutyTables,
  editionRecordTables,
  editionTables,
  emergencyTables,
  exchangeTables,
  kioskTables,
  kioskSearchTables,
  languageTables,
  matterTables,
  networkTables,
  noticeTableTables,
  noticeTables,
  officeTables,
  postingTables,
  printJobTables,
  publicDisplayTables,
  receiptTables,
  registerTables,
  replicaTables,
  reviewTables,
  screenEvidenceTables,
  screenTables,
  sheetCodeTables,
  sheetTemplateTables,
  shelfTables,
  unitTables,
]
  .flatMap((area): unknown[] => Object.values(area))
  .filter((value): value is SQLiteTable => is(value, Table))
  .map((table) => getTableConfig(table))

let database: Database

beforeAll(() => {
  database = new Sqlite(':memory:')
  migrate(database, loadMigrations())
})

afterAll(() => database.close())

type ColumnInfo = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null }

describe('the tables the program believes in are the tables the migrations make', () => {
  it('names every table of the database, and no other', () => {
    const rows = database
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_entry*' AND name NOT GLOB 'attachment_entry*' AND name NOT GLOB 'notice_entry*' AND name NOT GLOB 'title_reading_entry*'",
      )
      .all() as { name: string }[]
    expect(declared.map((table) => table.name).sort()).toEqual(rows.map((row) => row.name).sort())
  })

  it.each(declared.map((table) => [table.name, table] as const))(
    '%s: columns, types, not null and keys',
    (name, table) => {
      const real = (database.pragma(`table_info(${name})`) as ColumnInfo[]).map((column) => ({
        name: column.name,
        type: column.type.toLowerCase(),
        // A key that is the row number can never be null, whatever SQLite says of it.
        notNull: column.notnull === 1 || column.pk > 0,
        key: column.pk > 0,
        standard: column.dflt_value !== null,
      }))
      const composite = table.primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
      const believed = table.columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        notNull: column.notNull,
        key: column.primary || composite.includes(column.name),
        standard: column.hasDefault,
      }))
      // `hasDefault` is also true for row numbers, which SQLite fills in by itself.
      const comparable = (columns: typeof real) =>
        columns.map((column) =>
          column.key && column.type === 'integer' ? { ...column, standard: false } : column,
        )
      expect(comparable(believed)).toEqual(comparable(real))
    },
  )

  it.each(declared.map((table) => [table.name, table] as const))('%s: references', (name, table) => {
    const real = (
      database.pragma(`foreign_key_list(${name})`) as { from: string; table: string; to: string }[]
    ).map((key) => `${key.from} → ${key.table}.${key.to}`)
    const believed = table.foreignKeys.flatMap((key) => {
      const { columns, foreignTable, foreignColumns } = key.reference()
      const { name: foreign } = getTableConfig(foreignTable)
      return columns.map((column, at) => `${column.name} → ${foreign}.${foreignColumns[at]?.name}`)
    })
    expect(believed.sort()).toEqual(real.sort())
  })

  it('every table is STRICT: a number never slips into a text', () => {
    const loose = (database.pragma('table_list') as { name: string; type: string; strict: number }[]).filter(
      (table) => table.type === 'table' && table.strict === 0 && !table.name.startsWith('sqlite_'),
    )
    expect(loose).toEqual([])
  })
})
