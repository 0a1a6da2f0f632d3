import { sqliteCore } from '../drizzle.ts'
import { account } from './office.ts'

const { integer, sqliteTable, text } = sqliteCore

/** A paired kiosk computer (migration 0031). `publicKey` is Ed25519, SPKI in base64. */
export const replica = sqliteTable('replica', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  publicKey: text('public_key').notNull(),
  pairedBy: text('paired_by')
    .notNull()
    .references(() => account.id),
  pairedAt: text('paired_at').notNull(),
})

/** A pairing that was ended at the desk (migration 0031). */
export const replicaEnd = sqliteTable('replica_end', {
  replicaId: text('replica_id')
    .primaryKey()
    .references(() => replica.id),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id),
  at: text('at').notNull(),
})

/** How a replica last was, and which numbers are used up (migration 0031). */
export const replicaContact = sqliteTable('replica_contact', {
  replicaId: text('replica_id')
    .primaryKey()
    .references(() => replica.id),
  requestCounter: integer('request_counter').notNull(),
  journalRun: text('journal_run').notNull(),
  journalSequence: integer('journal_sequence').notNull(),
  lastAt: text('last_at'),
  snapshotSequence: integer('snapshot_sequence'),
  programVersion: text('program_version').notNull(),
  drift: integer('drift').notNull(),
  journalLost: integer('journal_lost').notNull(),
  journalRefused: integer('journal_refused').notNull(),
})

/** Snapshots that were offered; a sequence is never given twice (migration 0031). */
export const snapshot = sqliteTable('snapshot', {
  sequence: integer('sequence').primaryKey(),
  content: text('content').notNull(),
  createdAt: text('created_at').notNull(),
})
