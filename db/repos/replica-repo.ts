import { type Drizzle, orm } from '../drizzle.ts'
import { replica, replicaContact, replicaEnd, snapshot } from '../schema/replica.ts'

const { asc, desc, eq } = orm

/** A paired computer as stored, with how it last was; `endedAt` is null while the pairing holds. */
export type StoredReplica = typeof replica.$inferSelect & {
  readonly endedAt: string | null
  readonly contact: StoredReplicaContact | null
}

/** How a replica last was. */
export type StoredReplicaContact = typeof replicaContact.$inferSelect

/** A snapshot that was offered. */
export type StoredSnapshot = typeof snapshot.$inferSelect

/**
 * Reading what is known of replicas.
 * @example replicaReads(db).byId(id)?.endedAt // null
 */
export function replicaReads(db: Drizzle) {
  const all = () =>
    db
      .select({ replica, endedAt: replicaEnd.at, contact: replicaContact })
      .from(replica)
      .leftJoin(replicaEnd, eq(replicaEnd.replicaId, replica.id))
      .leftJoin(replicaContact, eq(replicaContact.replicaId, replica.id))
  const stored = (row: {
    replica: typeof replica.$inferSelect
    endedAt: string | null
    contact: StoredReplicaContact | null
  }): StoredReplica => ({ ...row.replica, endedAt: row.endedAt, contact: row.contact })
  return {
    /** All that were ever paired, in that order. */
    list: (): StoredReplica[] => all().orderBy(asc(replica.pairedAt), asc(replica.id)).all().map(stored),
    /** One of them, also when its pairing was ended. */
    byId: (id: string): StoredReplica | undefined => {
      const row = all().where(eq(replica.id, id)).get()
      return row && stored(row)
    },
    /** The snapshot that was offered last. */
    newestSnapshot: (): StoredSnapshot | undefined =>
      db.select().from(snapshot).orderBy(desc(snapshot.sequence)).limit(1).get(),
  }
}

/**
 * Writing what becomes of replicas.
 * @example replicaWrites(db).end({ replicaId, accountId, at })
 */
export function replicaWrites(db: Drizzle) {
  return {
    /** Puts a pairing on record. */
    insert: (row: typeof replica.$inferSelect): void => {
      db.insert(replica).values(row).run()
      db.insert(replicaContact)
        .values({
          replicaId: row.id,
          requestCounter: 0,
          journalRun: '',
          journalSequence: 0,
          lastAt: null,
          snapshotSequence: null,
          programVersion: '',
          drift: 0,
          journalLost: 0,
          journalRefused: 0,
        })
        .run()
    },
    /** Ends a pairing; a second end breaks the primary key. */
    end: (row: typeof replicaEnd.$inferSelect): void => {
      db.insert(replicaEnd).values(row).run()
    },
    /** Notes how a replica is; numbers that are used up only grow. */
    contact: (replicaId: string, change: Partial<Omit<StoredReplicaContact, 'replicaId'>>): void => {
      db.update(replicaContact).set(change).where(eq(replicaContact.replicaId, replicaId)).run()
    },
    /** Puts a snapshot on record before it is offered. */
    insertSnapshot: (row: StoredSnapshot): void => {
      db.insert(snapshot).values(row).run()
    },
  }
}
