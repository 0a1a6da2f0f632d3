import { type Drizzle, orm } from '../drizzle.ts'
import { attachment } from '../schema/notice.ts'
import { indexAttachment } from '../search/attachment-index.ts'

const { and, asc, eq, max } = orm

/** A file of a notice as stored. */
export type StoredAttachment = typeof attachment.$inferSelect

/**
 * Reading attachments.
 * @example attachmentReads(db).ofNotice(noticeId)
 */
export function attachmentReads(db: Drizzle) {
  return {
    /** Files on the working copy, in order. */
    ofNotice: (noticeId: string): StoredAttachment[] =>
      db
        .select()
        .from(attachment)
        .where(and(eq(attachment.noticeId, noticeId), eq(attachment.removed, false)))
        .orderBy(asc(attachment.position))
        .all(),
    /** Every file the notice ever had, in order: what was handed in may show one that is off the next draft. */
    everOfNotice: (noticeId: string): StoredAttachment[] =>
      db
        .select()
        .from(attachment)
        .where(eq(attachment.noticeId, noticeId))
        .orderBy(asc(attachment.position))
        .all(),
    /** One file, also when it was taken off the working copy. */
    byId: (id: string): StoredAttachment | undefined =>
      db.select().from(attachment).where(eq(attachment.id, id)).get(),
    /** Position for the next file of a notice. */
    nextPosition: (noticeId: string): number =>
      (db
        .select({ n: max(attachment.position) })
        .from(attachment)
        .where(eq(attachment.noticeId, noticeId))
        .get()?.n ?? -1) + 1,
    /** Every blob a row names: original and public copies. */
    blobs: (): { sha256: string; size: number }[] =>
      db
        .select()
        .from(attachment)
        .all()
        .flatMap((row) => [
          { sha256: row.originalSha256, size: row.originalSize },
          { sha256: row.publicSha256, size: row.publicSize },
        ]),
  }
}

/**
 * Writing attachments.
 * @example attachmentWrites(db).insert(row)
 */
export function attachmentWrites(db: Drizzle) {
  return {
    /**
     * Adds a file and the terms of its public copy to the index; its blobs are on disk already. Without terms the file is
     * read for the index later.
     */
    insert: (row: StoredAttachment, terms?: string): void => {
      db.insert(attachment).values(row).run()
      if (row.role === 'ATTACHMENT' && terms !== undefined) indexAttachment(db.$client, row.id, terms)
    },
    /** Takes a file off the working copy, or puts a new public copy with its terms in place. */
    update: (
      id: string,
      change: Partial<Omit<StoredAttachment, 'id' | 'noticeId' | 'originalSha256'>>,
      terms?: string,
    ): void => {
      db.update(attachment).set(change).where(eq(attachment.id, id)).run()
      if (terms !== undefined) indexAttachment(db.$client, id, terms)
    },
  }
}
