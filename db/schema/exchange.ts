import type { OfferReason } from '../../domain/exchange/next-offer.ts'
import { sqliteCore } from '../drizzle.ts'
import { outbox, packageWritten } from './edition.ts'
import { account } from './office.ts'
import { countyCard } from './receipt.ts'

const { integer, primaryKey, sqliteTable, text } = sqliteCore

/** An id the database had before a restore (migration 0033). */
export const instanceFormer = sqliteTable('instance_former', {
  position: integer('position').primaryKey(),
  id: text('id').notNull().unique(),
  endedAt: text('ended_at').notNull(),
})

/** What a package of format 2 offered (migration 0033). */
export const packageOffer = sqliteTable('package_offer', {
  sequence: integer('sequence')
    .primaryKey()
    .references(() => packageWritten.sequence),
  instanceId: text('instance_id').notNull(),
  firstChange: integer('first_change').notNull(),
  lastChange: integer('last_change').notNull(),
  heldBack: integer('held_back').notNull(),
  reason: text('reason').$type<OfferReason>().notNull(),
  statisticCount: integer('statistic_count').notNull(),
  attachmentCount: integer('attachment_count').notNull(),
  statisticsSha256: text('statistics_sha256').notNull(),
  plainSha256: text('plain_sha256').notNull(),
  countyCardId: integer('county_card_id').references(() => countyCard.id),
  nextKeyId: text('next_key_id'),
})

/** A change in the range of a package that it does not carry (migration 0033). */
export const packagePassedOver = sqliteTable(
  'package_passed_over',
  {
    sequence: integer('sequence')
      .notNull()
      .references(() => packageWritten.sequence),
    change: integer('change')
      .notNull()
      .references(() => outbox.id),
  },
  (table) => [primaryKey({ columns: [table.sequence, table.change] })],
)

/** Somebody asked for everything to be offered again (migration 0033). */
export const offerAgain = sqliteTable('offer_again', {
  id: integer('id').primaryKey(),
  whole: integer('whole', { mode: 'boolean' }).notNull(),
  reason: text('reason').$type<'PERSON' | 'COUNTY_RESTORED' | 'GAP'>().notNull(),
  afterSequence: integer('after_sequence').notNull(),
  accountId: text('account_id').references(() => account.id),
  at: text('at').notNull(),
})

/** A package left the house (migration 0033). */
export const packageCarriage = sqliteTable('package_carriage', {
  id: integer('id').primaryKey(),
  sequence: integer('sequence')
    .notNull()
    .references(() => packageWritten.sequence),
  carrier: text('carrier').$type<'DRIVE' | 'FOLDER' | 'NETWORK' | 'DOWNLOAD'>().notNull(),
  place: text('place').notNull(),
  person: text('person').notNull(),
  accountId: text('account_id').references(() => account.id),
  at: text('at').notNull(),
})

/** A folder packages may be copied to (migration 0033). */
export const carriageFolder = sqliteTable('carriage_folder', {
  id: integer('id').primaryKey(),
  path: text('path').notNull(),
  addedBy: text('added_by')
    .notNull()
    .references(() => account.id),
  addedAt: text('added_at').notNull(),
})

/** A folder that was taken out again (migration 0033). */
export const carriageFolderEnd = sqliteTable('carriage_folder_end', {
  folderId: integer('folder_id')
    .primaryKey()
    .references(() => carriageFolder.id),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})
