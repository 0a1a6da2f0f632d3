import type { ShownKind } from '../../domain/signage/settle-shown.ts'
import type { ShownExtent } from '../../domain/signage/shown-extent.ts'
import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'
import { screen } from './screen.ts'

const { blob, integer, sqliteTable, text } = sqliteCore

const ofScreen = () =>
  text('screen_id')
    .notNull()
    .references(() => screen.id)

const by = () =>
  text('account_id')
    .notNull()
    .references(() => account.id)

/** A screen that may give evidence (migration 0030). */
export const screenPairing = sqliteTable('screen_pairing', {
  id: text('id').primaryKey(),
  screenId: ofScreen(),
  tokenHash: text('token_hash').notNull().unique(),
  accountId: by(),
  at: text('at').notNull(),
})

/** That it may no more (migration 0030). */
export const screenUnpairing = sqliteTable('screen_unpairing', {
  pairingId: text('pairing_id')
    .primaryKey()
    .references(() => screenPairing.id),
  accountId: by(),
  at: text('at').notNull(),
})

/** What stood on the glass, a row a notice and quarter of an hour (migration 0030). */
export const screenShown = sqliteTable('screen_shown', {
  id: text('id').primaryKey(),
  screenId: ofScreen(),
  pairingId: text('pairing_id')
    .notNull()
    .references(() => screenPairing.id),
  bootId: text('boot_id').notNull(),
  sequence: integer('sequence').notNull(),
  kind: text('kind').$type<ShownKind>().notNull(),
  hash: text('hash'),
  beganAt: text('began_at').notNull(),
  endedAt: text('ended_at').notNull(),
  lasted: integer('lasted').notNull(),
  pagesShown: integer('pages_shown').notNull(),
  pagesTotal: integer('pages_total').notNull(),
  extent: text('extent').$type<ShownExtent>(),
  doubt: text('doubt').$type<'' | 'CLOCK' | 'CLAMPED'>().notNull(),
  replicaId: text('replica_id').notNull(),
  receivedAt: text('received_at').notNull(),
})

/** A change of how a screen is (migration 0030). */
export const screenEdge = sqliteTable('screen_edge', {
  sequence: integer('sequence').primaryKey(),
  screenId: ofScreen(),
  bootId: text('boot_id').notNull(),
  rung: text('rung').$type<'WELL' | 'RETRYING' | 'SKIPPING' | 'RECREATED' | 'SAFE'>().notNull(),
  skipped: integer('skipped').notNull(),
  lost: integer('lost').notNull(),
  programVersion: text('program_version').notNull(),
  at: text('at').notNull(),
})

/** The last word of a screen, written over (migration 0030). */
export const screenContact = sqliteTable('screen_contact', {
  screenId: ofScreen().primaryKey(),
  at: text('at').notNull(),
  drift: integer('drift').notNull(),
  replicaId: text('replica_id').notNull(),
  bootId: text('boot_id').notNull(),
  lost: integer('lost').notNull(),
  health: text('health').notNull(),
})

/** The last small picture of a screen, written over (migration 0030). */
export const screenPicture = sqliteTable('screen_picture', {
  screenId: ofScreen().primaryKey(),
  at: text('at').notNull(),
  jpeg: blob('jpeg', { mode: 'buffer' }).notNull(),
})
