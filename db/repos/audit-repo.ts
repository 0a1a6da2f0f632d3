import canonicalize from 'canonicalize'
import { type AuditEntry, CHAIN_START, chainText } from '../../domain/audit/audit-event.ts'
import { auditEvent, auditHead } from '../schema/audit.ts'
import { sha256 } from '../../platform/sha256.ts'
import { type Drizzle, orm } from '../drizzle.ts'

const { desc, eq, gt, lt, and, asc, count, max } = orm

/** A stored event. */
export type StoredAuditEvent = AuditEntry & {
  readonly sequence: number
  readonly previousHash: string
  readonly hash: string
}

type Row = typeof auditEvent.$inferSelect

function toEvent(row: Row): StoredAuditEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: { id: row.actorId, name: row.actorName },
    action: row.action,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    detail: JSON.parse(row.detail) as AuditEntry['detail'],
    previousHash: row.previousHash,
    hash: row.hash,
  }
}

function keepsItsHash(row: Row): boolean {
  let event: StoredAuditEvent
  try {
    event = toEvent(row)
  } catch (error) {
    // Details that are no JSON were not written by us: the event does not fit, the walk must still name it.
    if (error instanceof SyntaxError) return false
    throw error
  }
  const { sequence, previousHash, hash, ...entry } = event
  return sha256(chainText(entry, sequence, previousHash)) === hash
}

/**
 * Reading the audit log.
 * @example auditReads(db).newest()?.at
 */
export function auditReads(db: Drizzle) {
  const latest = db
    .select({ at: max(auditEvent.at) })
    .from(auditEvent)
    .prepare()
  return {
    /** The newest event, or undefined in an empty log. */
    newest: (): StoredAuditEvent | undefined => {
      const row = db.select().from(auditEvent).orderBy(desc(auditEvent.sequence)).limit(1).get()
      return row && toEvent(row)
    },
    /**
     * The latest instant in the log, or null in an empty one. Not that of the newest event: one event written under a
     * clock that was set back would make the false time look right.
     */
    latestInstant: (): string | null => latest.get()?.at ?? null,
    /** Events before `cursor` (exclusive), newest first. */
    page: (cursor: number | null, limit: number): StoredAuditEvent[] =>
      db
        .select()
        .from(auditEvent)
        .where(cursor === null ? undefined : lt(auditEvent.sequence, cursor))
        .orderBy(desc(auditEvent.sequence))
        .limit(limit)
        .all()
        .map(toEvent),
    /** Events of one subject, oldest first. */
    ofSubject: (subjectKind: string, subjectId: string): StoredAuditEvent[] =>
      db
        .select()
        .from(auditEvent)
        .where(and(eq(auditEvent.subjectKind, subjectKind), eq(auditEvent.subjectId, subjectId)))
        .orderBy(asc(auditEvent.sequence))
        .all()
        .map(toEvent),
    /** Hash of one event, or null where there is none. */
    hashAt: (sequence: number): string | null =>
      db.select({ hash: auditEvent.hash }).from(auditEvent).where(eq(auditEvent.sequence, sequence)).get()
        ?.hash ?? null,
    /** Number of events. */
    count: (): number => db.select({ n: count() }).from(auditEvent).get()?.n ?? 0,
    /** Walks the whole chain to its head; gives the number of the first event that is missing or does not fit, or null. */
    firstBroken: (): number | null => {
      let previous = CHAIN_START
      let expected = 1
      for (let from = 0; ; from = expected - 1) {
        const rows = db
          .select()
          .from(auditEvent)
          .where(gt(auditEvent.sequence, from))
          .orderBy(asc(auditEvent.sequence))
          .limit(1000)
          .all()
        if (rows.length === 0) {
          const head = db.select().from(auditHead).get()
          const whole = head ? head.sequence === expected - 1 && head.hash === previous : expected === 1
          return whole ? null : expected
        }
        for (const row of rows) {
          if (row.sequence !== expected || row.previousHash !== previous || !keepsItsHash(row))
            return expected
          previous = row.hash
          expected = row.sequence + 1
        }
      }
    },
  }
}

/**
 * Appending to the audit log; only inside a transaction, together with what the event tells of.
 * @example auditWrites(db).append(entry)
 */
export function auditWrites(db: Drizzle) {
  return {
    /** Appends one event, chained to the newest. */
    append: (entry: AuditEntry): StoredAuditEvent => {
      const newest = auditReads(db).newest()
      const sequence = (newest?.sequence ?? 0) + 1
      const previousHash = newest?.hash ?? CHAIN_START
      const hash = sha256(chainText(entry, sequence, previousHash))
      db.insert(auditEvent)
        .values({
          sequence,
          at: entry.at,
          actorId: entry.actor.id,
          actorName: entry.actor.name,
          action: entry.action,
          subjectKind: entry.subjectKind,
          subjectId: entry.subjectId,
          detail: canonicalize(entry.detail) ?? '{}',
          previousHash,
          hash,
        })
        .run()
      return { ...entry, sequence, previousHash, hash }
    },
  }
}
