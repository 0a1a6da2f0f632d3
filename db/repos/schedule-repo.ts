import { type Drizzle, orm } from '../drizzle.ts'
import { noticeSchedule } from '../schema/edition-record.ts'

const { and, eq, isNull } = orm

/** One 定时发布 as stored. */
export type StoredSchedule = typeof noticeSchedule.$inferSelect

const STANDING = `FROM notice_schedule s
  JOIN submission u ON u.id = s.submission_id AND u.closed = 0
  JOIN notice n ON n.id = s.notice_id AND n.state = 'SCHEDULED'
  WHERE s.outcome IS NULL`

const COLUMNS = `s.id, s.notice_id AS noticeId, s.submission_id AS submissionId, s.publish_at AS publishAt,
  s.scheduled_by AS scheduledBy, s.scheduled_at AS scheduledAt, s.outcome, s.ended_at AS endedAt, s.refusal,
  s.refused_at AS refusedAt`

/**
 * Reading what is to be published when; a submission that was taken back is not among it.
 * @example scheduleReads(db).due('2026-11-24T00:00:00.000Z').length
 */
export function scheduleReads(db: Drizzle) {
  const database = db.$client
  const due = database.prepare<[string]>(
    `SELECT ${COLUMNS} ${STANDING} AND s.publish_at <= ? ORDER BY s.publish_at, s.id`,
  )
  const standing = database.prepare(`SELECT ${COLUMNS}, n.title ${STANDING} ORDER BY s.publish_at, s.id`)
  return {
    /** What is due by an instant, the longest ago first. */
    due: (now: string): StoredSchedule[] => due.all(now) as StoredSchedule[],
    /** Everything that stands, the next first. */
    standing: (): (StoredSchedule & { readonly title: string })[] =>
      standing.all() as (StoredSchedule & { title: string })[],
    /** The one that stands for a submission. */
    of: (submissionId: string): StoredSchedule | undefined =>
      db
        .select()
        .from(noticeSchedule)
        .where(and(eq(noticeSchedule.submissionId, submissionId), isNull(noticeSchedule.outcome)))
        .get(),
  }
}

/**
 * Writing what is to be published when.
 * @example scheduleWrites(db).end(id, 'PUBLISHED', now)
 */
export function scheduleWrites(db: Drizzle) {
  return {
    /** Sets a minute. */
    insert: (
      row: Pick<StoredSchedule, 'noticeId' | 'submissionId' | 'publishAt' | 'scheduledBy' | 'scheduledAt'>,
    ): void => {
      db.insert(noticeSchedule).values(row).run()
    },
    /** Ends one for good. */
    end: (id: number, outcome: 'PUBLISHED' | 'CANCELLED', endedAt: string): void => {
      db.update(noticeSchedule).set({ outcome, endedAt }).where(eq(noticeSchedule.id, id)).run()
    },
    /** Notes why it was not published. */
    refuse: (id: number, refusal: string, refusedAt: string): void => {
      db.update(noticeSchedule).set({ refusal, refusedAt }).where(eq(noticeSchedule.id, id)).run()
    },
  }
}
