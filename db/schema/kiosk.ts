import type { VisitPurpose } from '../../domain/kiosk/reading-room.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { index, integer, primaryKey, sqliteTable, text, uniqueIndex } = sqliteCore

const by = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)

/** How the kiosk behaves; append-only, the newest row holds (migration 0028). */
export const kioskSetting = sqliteTable('kiosk_setting', {
  sequence: integer('sequence').primaryKey(),
  idleSeconds: integer('idle_seconds').notNull(),
  warningSeconds: integer('warning_seconds').notNull(),
  attract: integer('attract', { mode: 'boolean' }).notNull(),
  readingRoom: integer('reading_room', { mode: 'boolean' }).notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** Hashes of the maintenance PIN; append-only, the newest row holds (migration 0028). */
export const kioskPin = sqliteTable('kiosk_pin', {
  sequence: integer('sequence').primaryKey(),
  pinHash: text('pin_hash').notNull(),
  accountId: by(),
  at: text('at').notNull(),
})

/** What a row of the maintenance log tells of. */
export type KioskEventKind =
  'PIN_SET' | 'PIN_WRONG' | 'PIN_RIGHT' | 'RELOAD' | 'SELF_CHECK' | 'CLEAR_VISIT' | 'LEAVE_KIOSK'

/** Maintenance at the glass; append-only (migration 0028). */
export const kioskEvent = sqliteTable('kiosk_event', {
  sequence: integer('sequence').primaryKey(),
  kind: text('kind').$type<KioskEventKind>().notNull(),
  failures: integer('failures').notNull(),
  clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
  at: text('at').notNull(),
  address: text('address'),
  replicaId: text('replica_id'),
})

/** 查询室登记; append-only (migration 0028). */
export const readingVisit = sqliteTable(
  'reading_visit',
  {
    id: text('id').primaryKey(),
    onDay: text('on_day').notNull(),
    purpose: text('purpose').$type<VisitPurpose>().notNull(),
    accountId: text('account_id').references(() => account.id),
    clockDoubtful: integer('clock_doubtful', { mode: 'boolean' }).notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('reading_visit_day').on(table.onDay, table.id)],
)

const visit = () =>
  text('visit_id')
    .notNull()
    .references(() => readingVisit.id)

/** The name of a visitor and the clerk's note; erased when their time is over (migration 0028). */
export const readingVisitor = sqliteTable('reading_visitor', {
  visitId: text('visit_id')
    .primaryKey()
    .references(() => readingVisit.id),
  name: text('name').notNull(),
  note: text('note').notNull(),
})

/** Notices opened in a visit; append-only (migration 0028). */
export const readingMaterial = sqliteTable(
  'reading_material',
  { visitId: visit(), indexNumber: text('index_number').notNull(), at: text('at').notNull() },
  (table) => [primaryKey({ columns: [table.visitId, table.indexNumber] })],
)

/** Sheets asked for; append-only (migration 0028). */
export const readingSheet = sqliteTable(
  'reading_sheet',
  {
    id: text('id').primaryKey(),
    visitId: visit(),
    hash: text('hash').notNull(),
    title: text('title').notNull(),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('reading_sheet_visit').on(table.visitId, table.hash)],
)

/** What the desk said to a sheet asked for; append-only (migration 0028). */
export const readingSheetEnd = sqliteTable('reading_sheet_end', {
  sheetId: text('sheet_id')
    .primaryKey()
    .references(() => readingSheet.id),
  outcome: text('outcome').$type<'RELEASED' | 'DECLINED'>().notNull(),
  printJobId: text('print_job_id'),
  accountId: by(),
  at: text('at').notNull(),
})
