import { type Drizzle, orm } from '../drizzle.ts'
import { publishBatch, publishBatchItem } from '../schema/edition-record.ts'

const { desc, eq, isNull } = orm

/** What somebody meant to publish in one go. */
export type StoredBatch = typeof publishBatch.$inferSelect

/** One notice of it, and how it stands now. */
export type StoredBatchItem = {
  readonly noticeId: string
  readonly submissionId: string
  readonly submissionHash: string
  readonly title: string
  readonly noticeState: string
  /** 1 while nothing has become of the submission. */
  readonly open: 0 | 1
  readonly indexNumber: string | null
}

/**
 * Reading batches.
 * @example batchReads(db).open()
 */
export function batchReads(db: Drizzle) {
  const items = db.$client.prepare<[string]>(
    `SELECT i.notice_id AS noticeId, i.submission_id AS submissionId, s.hash AS submissionHash, n.title,
       n.state AS noticeState, s.closed = 0 AS open, e.index_number AS indexNumber
     FROM publish_batch_item i
     JOIN submission s ON s.id = i.submission_id
     JOIN notice n ON n.id = i.notice_id
     LEFT JOIN edition e ON e.submission_id = i.submission_id
     WHERE i.batch_id = ? ORDER BY i.position`,
  )
  return {
    /** Batches nobody has ended, newest first. */
    open: (): StoredBatch[] =>
      db.select().from(publishBatch).where(isNull(publishBatch.endedAt)).orderBy(desc(publishBatch.id)).all(),
    /** One batch. */
    byId: (id: string): StoredBatch | undefined =>
      db.select().from(publishBatch).where(eq(publishBatch.id, id)).get(),
    /** What was meant, in order. */
    items: (id: string): StoredBatchItem[] => items.all(id) as StoredBatchItem[],
  }
}

/**
 * Writing batches.
 * @example batchWrites(db).end(id, now)
 */
export function batchWrites(db: Drizzle) {
  return {
    /** Notes what is meant. */
    insert: (
      row: Pick<StoredBatch, 'id' | 'createdBy' | 'createdAt'>,
      items: readonly { readonly noticeId: string; readonly submissionId: string }[],
    ): void => {
      db.insert(publishBatch).values(row).run()
      items.forEach((item, position) => {
        db.insert(publishBatchItem)
          .values({ batchId: row.id, position, ...item })
          .run()
      })
    },
    /** Nothing more is published with it. */
    end: (id: string, endedAt: string): void => {
      db.update(publishBatch).set({ endedAt }).where(eq(publishBatch.id, id)).run()
    },
  }
}
