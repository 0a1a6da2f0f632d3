import { sqliteCore } from '../drizzle.ts'

const { integer, sqliteTable, text } = sqliteCore

/** The append-only, hash-chained log (migration 0002). `detail` is canonical JSON and part of the hash, so it stays text. */
export const auditEvent = sqliteTable('audit_event', {
  sequence: integer('sequence').primaryKey(),
  at: text('at').notNull(),
  actorId: text('actor_id').notNull(),
  actorName: text('actor_name').notNull(),
  action: text('action').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  detail: text('detail').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull().unique(),
})

/** Number and hash of the newest event, one row, kept by a trigger (migration 0007). */
export const auditHead = sqliteTable('audit_head', {
  only: integer('only').primaryKey(),
  sequence: integer('sequence').notNull(),
  hash: text('hash').notNull(),
})
