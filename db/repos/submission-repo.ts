import { type Drizzle, orm } from '../drizzle.ts'
import { submission, submissionDecision } from '../schema/notice.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, inArray, sql } = orm

/** What was handed in, as stored. */
export type StoredSubmission = typeof submission.$inferSelect

/** A decision with the person's name. */
export type StoredDecision = typeof submissionDecision.$inferSelect & { readonly byName: string }

/**
 * Reading submissions and decisions.
 * @example submissionReads(db).newest(noticeId)?.hash
 */
export function submissionReads(db: Drizzle) {
  const decisions = (submissionIds: readonly string[]): StoredDecision[] =>
    submissionIds.length === 0
      ? []
      : db
          .select()
          .from(submissionDecision)
          .innerJoin(account, eq(account.id, submissionDecision.accountId))
          .where(inArray(submissionDecision.submissionId, [...submissionIds]))
          .all()
          .map((row) => ({ ...row.submission_decision, byName: row.account.name }))
  return {
    /**
     * The submission to show: the open one, else the one written last. By order of writing, never by the time it names: a
     * clock that was set back would bring an older one to the front.
     */
    newest: (noticeId: string): StoredSubmission | undefined =>
      db
        .select()
        .from(submission)
        .where(eq(submission.noticeId, noticeId))
        .orderBy(asc(submission.closed), desc(sql`${submission}.rowid`))
        .limit(1)
        .get(),
    /** The submission that is being decided, if any. */
    open: (noticeId: string): StoredSubmission | undefined =>
      db
        .select()
        .from(submission)
        .where(and(eq(submission.noticeId, noticeId), eq(submission.closed, false)))
        .get(),
    /** Everything handed in of a notice, in the order of writing. */
    ofNotice: (noticeId: string): StoredSubmission[] =>
      db
        .select()
        .from(submission)
        .where(eq(submission.noticeId, noticeId))
        .orderBy(sql`${submission}.rowid`)
        .all(),
    /** One submission. */
    byId: (id: string): StoredSubmission | undefined =>
      db.select().from(submission).where(eq(submission.id, id)).get(),
    /** Decisions under the exception of the two-person office, newest first. */
    underException: (): StoredDecision[] =>
      db
        .select()
        .from(submissionDecision)
        .innerJoin(account, eq(account.id, submissionDecision.accountId))
        .where(sql`${submissionDecision.exceptionReason} <> ''`)
        .orderBy(desc(submissionDecision.at))
        .all()
        .map((row) => ({ ...row.submission_decision, byName: row.account.name })),
    /** Decisions of submissions. */
    decisions,
  }
}

/**
 * Writing submissions and decisions.
 * @example submissionWrites(db).decide(decision)
 */
export function submissionWrites(db: Drizzle) {
  return {
    /** Hands in. */
    insert: (row: typeof submission.$inferInsert): void => {
      db.insert(submission).values(row).run()
    },
    /** Ends a submission: published, returned or recalled. */
    close: (id: string): void => {
      db.update(submission).set({ closed: true }).where(eq(submission.id, id)).run()
    },
    /** Records a decision; a second one of the same kind and language breaks the primary key. */
    decide: (row: typeof submissionDecision.$inferInsert): void => {
      db.insert(submissionDecision).values(row).run()
    },
  }
}
