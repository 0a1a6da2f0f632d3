import { type Drizzle, orm } from '../drizzle.ts'
import { edition } from '../schema/edition.ts'
import { emergency, emergencyEnd, emergencyNotice, takeover } from '../schema/emergency.ts'
import { submission, submissionDecision } from '../schema/notice.ts'
import { account } from '../schema/office.ts'

const { and, count, desc, eq, getTableColumns, inArray, isNull, or, sql } = orm

/** An emergency as stored. */
export type StoredEmergency = typeof emergency.$inferSelect

/** What was published in an emergency by one person. */
export type StoredEmergencyNotice = typeof emergencyNotice.$inferSelect

/** How an emergency ended, with the person's name. */
export type StoredEmergencyEnd = typeof emergencyEnd.$inferSelect & { readonly byName: string }

/** What one person published that still asks for somebody's work; `returned` where it was found wrong and hangs. */
export type UnsettledWord = StoredEmergencyNotice & { readonly returned: boolean }

/** An emergency publication by one person, as a report lists it. */
export type PublishedAlone = {
  readonly noticeId: string
  readonly indexNumber: string
  readonly title: string
  readonly accountId: string
  readonly byName: string
  readonly at: string
  readonly reason: string
}

// Languages of a submission are reviewed beside its chain.
const needed = sql<number>`(SELECT count(*) FROM json_each(${submission.chain}) AS stage, json_each(stage.value))
  + coalesce(json_array_length(${submission.content}, '$.texts'), 0)`
const given = sql<number>`(SELECT count(*) FROM ${submissionDecision}
  WHERE ${submissionDecision.submissionId} = ${submission.id})`
const returned = sql<number>`EXISTS (SELECT 1 FROM ${submissionDecision}
  WHERE ${submissionDecision.submissionId} = ${submission.id} AND ${submissionDecision.decision} = 'RETURNED')`

/**
 * Reading emergencies and what takes the kiosk over.
 * @example emergencyReads(db).takeovers('2026-07-18T14:00:00.000Z')
 */
export function emergencyReads(db: Drizzle) {
  // From the few takeovers to their editions: asked the other way round it looks at every edition on the board, and it is
  // asked every second.
  const takeovers = db.$client.prepare<[string]>(
    `SELECT t.edition_id AS editionId, e.hash, t.until
     FROM takeover t CROSS JOIN edition e ON e.id = t.edition_id
     WHERE t.ended_at IS NULL AND t.until > ? AND e.state = 'PUBLISHED' ORDER BY t.edition_id DESC`,
  )
  const takeoversAt = db.$client.prepare(
    `SELECT t.edition_id AS editionId, t.until
     FROM takeover t CROSS JOIN edition e ON e.id = t.edition_id
     WHERE t.until > $at AND e.published_at <= $at AND (t.ended_at IS NULL OR t.ended_at > $at)
     ORDER BY t.edition_id DESC`,
  )
  return {
    /** Emergencies, newest first. */
    list: (limit: number): StoredEmergency[] =>
      db.select().from(emergency).orderBy(desc(emergency.openedAt), desc(emergency.id)).limit(limit).all(),
    /** One emergency. */
    byId: (id: string): StoredEmergency | undefined =>
      db.select().from(emergency).where(eq(emergency.id, id)).get(),
    /** How it ended, if it did. */
    end: (id: string): StoredEmergencyEnd | undefined => {
      const row = db
        .select()
        .from(emergencyEnd)
        .innerJoin(account, eq(account.id, emergencyEnd.accountId))
        .where(eq(emergencyEnd.emergencyId, id))
        .get()
      return row && { ...row.emergency_end, byName: row.account.name }
    },
    /** What was published in it, in order. */
    notices: (id: string): StoredEmergencyNotice[] =>
      db
        .select()
        .from(emergencyNotice)
        .where(eq(emergencyNotice.emergencyId, id))
        .orderBy(emergencyNotice.noticeId)
        .all(),
    /** The emergency a notice was published in. */
    ofNotice: (noticeId: string): StoredEmergencyNotice | undefined =>
      db.select().from(emergencyNotice).where(eq(emergencyNotice.noticeId, noticeId)).get(),
    /** Emergencies that nobody has declared over, newest first. */
    open: (): StoredEmergency[] =>
      db
        .select(getTableColumns(emergency))
        .from(emergency)
        .leftJoin(emergencyEnd, eq(emergencyEnd.emergencyId, emergency.id))
        .where(isNull(emergencyEnd.emergencyId))
        .orderBy(desc(emergency.openedAt), desc(emergency.id))
        .all(),
    /** How many emergencies run. */
    openCount: (): number =>
      db
        .select({ n: count() })
        .from(emergency)
        .leftJoin(emergencyEnd, eq(emergencyEnd.emergencyId, emergency.id))
        .where(isNull(emergencyEnd.emergencyId))
        .get()?.n ?? 0,
    /** What waits for its review after the fact, or was found wrong and hangs all the same, of every emergency. */
    unsettled: (): UnsettledWord[] =>
      db
        .select({ ...getTableColumns(emergencyNotice), returned })
        .from(emergencyNotice)
        .innerJoin(submission, eq(submission.id, emergencyNotice.submissionId))
        .innerJoin(edition, eq(edition.submissionId, submission.id))
        .where(
          or(and(returned, eq(edition.state, 'PUBLISHED')), sql`NOT ${returned} AND ${given} < ${needed}`),
        )
        .all()
        .map((row) => ({ ...row, returned: row.returned === 1 })),
    /** Every publication by one person alone, newest first. */
    publishedAlone: (): PublishedAlone[] =>
      db
        .select({
          ...{ noticeId: emergencyNotice.noticeId, indexNumber: edition.indexNumber, title: edition.title },
          ...{ accountId: edition.publishedBy, byName: account.name, at: edition.publishedAt },
          reason: submission.emergencyReason,
        })
        .from(emergencyNotice)
        .innerJoin(submission, eq(submission.id, emergencyNotice.submissionId))
        .innerJoin(edition, eq(edition.submissionId, submission.id))
        .innerJoin(account, eq(account.id, edition.publishedBy))
        .orderBy(desc(edition.publishedAt), desc(edition.id))
        .all(),
    /** Current editions that hold the kiosk at an instant, newest first. */
    takeovers: (now: string): { editionId: number; hash: string; until: string }[] =>
      takeovers.all(now) as { editionId: number; hash: string; until: string }[],
    /** Editions that held the kiosk at an instant gone by, whatever became of them since, newest first. */
    takeoversAt: (at: string): { editionId: number; until: string }[] =>
      takeoversAt.all({ at }) as { editionId: number; until: string }[],
    /** The takeover of an edition. */
    takeover: (editionId: number): { until: string; endedAt: string | null } | undefined =>
      db.select().from(takeover).where(eq(takeover.editionId, editionId)).get(),
  }
}

/**
 * Writing emergencies; only inside a transaction.
 * @example emergencyWrites(db).open(row)
 */
export function emergencyWrites(db: Drizzle) {
  return {
    /** Puts an emergency on record. */
    open: (row: StoredEmergency): void => {
      db.insert(emergency).values(row).run()
    },
    /** Declares it over; a second end breaks the primary key. */
    end: (row: typeof emergencyEnd.$inferInsert): void => {
      db.insert(emergencyEnd).values(row).run()
    },
    /** Remembers what was published in it. */
    publish: (row: StoredEmergencyNotice): void => {
      db.insert(emergencyNotice).values(row).run()
    },
    /** Lets an edition take the kiosk over. */
    takeOver: (editionId: number, until: string): void => {
      db.insert(takeover).values({ editionId, until }).run()
    },
    /** Gives the kiosk back for everything published in an emergency. */
    endTakeovers: (noticeIds: readonly string[], at: string): void => {
      db.update(takeover)
        .set({ endedAt: at })
        .where(
          and(
            isNull(takeover.endedAt),
            inArray(
              takeover.editionId,
              db
                .select({ id: edition.id })
                .from(edition)
                .where(inArray(edition.noticeId, [...noticeIds])),
            ),
          ),
        )
        .run()
    },
  }
}
