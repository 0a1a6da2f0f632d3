import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import {
  printBuild,
  printCancel,
  printDecision,
  printJob,
  printOutcome,
  printRun,
  printRunEnd,
} from '../schema/print-job.ts'

const { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, lt, max, ne, notInArray, or, sql } = orm

/** A sending as stored, with what was said of it. */
export type StoredPrintRun = typeof printRun.$inferSelect & {
  readonly by: string
  readonly ending: (typeof printRunEnd.$inferSelect)['ending'] | null
  readonly outcome: {
    readonly came: (typeof printOutcome.$inferSelect)['came']
    readonly pages: string
    readonly at: string
    readonly by: string
  } | null
}

/** The newest making of a PDF. */
export type StoredPrintBuild = typeof printBuild.$inferSelect

/** A print job with everything that happened to it. */
export type StoredPrintJob = typeof printJob.$inferSelect & {
  readonly by: string
  readonly build: StoredPrintBuild | null
  readonly byHand: readonly string[] | null
  readonly cancelled: boolean
  readonly runs: readonly StoredPrintRun[]
}

/**
 * Reading print jobs.
 * @example printJobReads(db).byId(id)?.build?.pages // 2
 */
export function printJobReads(db: Drizzle) {
  const jobs = () =>
    db
      .select({ ...getTableColumns(printJob), by: account.name })
      .from(printJob)
      .innerJoin(account, eq(account.id, printJob.accountId))
  const outcomeOf = (run: number): StoredPrintRun['outcome'] =>
    db
      .select({
        came: printOutcome.came,
        pages: printOutcome.pages,
        at: printOutcome.at,
        by: account.name,
      })
      .from(printOutcome)
      .innerJoin(account, eq(account.id, printOutcome.accountId))
      .where(eq(printOutcome.run, run))
      .orderBy(desc(printOutcome.sequence))
      .limit(1)
      .get() ?? null
  const runsOf = (jobId: string): StoredPrintRun[] =>
    db
      .select({ ...getTableColumns(printRun), by: account.name, ending: printRunEnd.ending })
      .from(printRun)
      .innerJoin(account, eq(account.id, printRun.accountId))
      .leftJoin(printRunEnd, eq(printRunEnd.run, printRun.sequence))
      .where(eq(printRun.jobId, jobId))
      .orderBy(asc(printRun.number))
      .all()
      .map((run) => ({ ...run, outcome: outcomeOf(run.sequence) }))
  const newestBuild = (jobId: string): StoredPrintBuild | null =>
    db
      .select()
      .from(printBuild)
      .where(eq(printBuild.jobId, jobId))
      .orderBy(desc(printBuild.sequence))
      .limit(1)
      .get() ?? null
  const whole = (row: typeof printJob.$inferSelect & { readonly by: string }): StoredPrintJob => ({
    ...row,
    build: newestBuild(row.id),
    byHand: db.select().from(printDecision).where(eq(printDecision.jobId, row.id)).get()?.byHand ?? null,
    cancelled: db.select().from(printCancel).where(eq(printCancel.jobId, row.id)).get() !== undefined,
    runs: runsOf(row.id),
  })
  const jobsUntold = () =>
    db
      .select({ jobId: printRun.jobId })
      .from(printRun)
      .leftJoin(printRunEnd, eq(printRunEnd.run, printRun.sequence))
      .leftJoin(printOutcome, eq(printOutcome.run, printRun.sequence))
      .where(and(isNull(printOutcome.run), or(isNull(printRunEnd.run), ne(printRunEnd.ending, 'REFUSED'))))
  return {
    /** One job. */
    byId: (id: string): StoredPrintJob | undefined => {
      const row = jobs().where(eq(printJob.id, id)).get()
      return row && whole(row)
    },
    /** Jobs of which paper may lie somewhere and nobody has said what came out: all of them, newest first. */
    untold: (): StoredPrintJob[] =>
      jobs().where(inArray(printJob.id, jobsUntold())).orderBy(desc(printJob.sequence)).all().map(whole),
    /**
     * Of the other jobs those that may still want something, newest first, made before one: not given up, and not wholly come
     * out; one whose missing pages were reprinted is among them.
     */
    unsettled: (most: number, before: number): StoredPrintJob[] =>
      jobs()
        .leftJoin(printCancel, eq(printCancel.jobId, printJob.id))
        .where(
          and(
            lt(printJob.sequence, before),
            isNull(printCancel.jobId),
            notInArray(printJob.id, jobsUntold()),
            // Nobody has told of any sending of it, or somebody has told of less than all.
            sql`coalesce((SELECT min((SELECT o.came = 'ALL' FROM print_outcome o WHERE o.run = r.sequence
                ORDER BY o.sequence DESC LIMIT 1))
              FROM print_run r WHERE r.job_id = ${printJob.id}), 0) = 0`,
          ),
        )
        .orderBy(desc(printJob.sequence))
        .limit(most)
        .all()
        .map(whole),
    /** Jobs that were sent to paper, the last sent first: of some editions or all, with words in the title, sent before a run. */
    printed: (
      most: number,
      wanted: {
        readonly words: string
        readonly hashes: readonly string[] | null
        readonly before: number | null
      },
    ): StoredPrintJob[] => {
      const sent = db
        .select({ jobId: printRun.jobId, last: max(printRun.sequence).as('last') })
        .from(printRun)
        .groupBy(printRun.jobId)
        .as('sent')
      return jobs()
        .innerJoin(sent, eq(sent.jobId, printJob.id))
        .where(
          and(
            wanted.before === null ? undefined : lt(sent.last, wanted.before),
            wanted.hashes === null ? undefined : inArray(printJob.editionHash, [...wanted.hashes]),
            wanted.words === ''
              ? undefined
              : sql`instr(lower(${printJob.title}), lower(${wanted.words})) > 0`,
          ),
        )
        .orderBy(desc(sent.last))
        .limit(most)
        .all()
        .map(whole)
    },
    /** Jobs of one edition, newest first. */
    ofEdition: (hash: string): StoredPrintJob[] =>
      jobs().where(eq(printJob.editionHash, hash)).orderBy(desc(printJob.sequence)).all().map(whole),
    /** The oldest job whose PDF is still to be made: never made, or to be made again after a decision. */
    nextToBuild: (): StoredPrintJob | undefined => {
      const row = jobs()
        .leftJoin(printCancel, eq(printCancel.jobId, printJob.id))
        .leftJoin(printDecision, eq(printDecision.jobId, printJob.id))
        .where(
          and(
            isNull(printCancel.jobId),
            sql`NOT EXISTS (SELECT 1 FROM ${printBuild} WHERE ${printBuild.jobId} = ${printJob.id}
              AND (${printBuild.decided} = 1 OR coalesce(${printDecision.byHand}, '[]') = '[]'))`,
          ),
        )
        .orderBy(asc(printJob.sequence))
        .limit(1)
        .get()
      return row && whole(row)
    },
    /** Hashes of files made since an instant, and of those sent since, with what they print; older ones nobody wants. */
    filesSince: (since: string): { readonly sha256: string | null; readonly subject: string }[] =>
      db
        .select({ sha256: printBuild.sha256, subject: printJob.subject })
        .from(printBuild)
        .innerJoin(printJob, eq(printJob.id, printBuild.jobId))
        .where(
          or(
            gte(printBuild.at, since),
            inArray(
              printBuild.jobId,
              db.select({ jobId: printRun.jobId }).from(printRun).where(gte(printRun.at, since)),
            ),
          ),
        )
        .all(),
  }
}

/**
 * Writing print jobs: rows are only ever added.
 * @example printJobWrites(db).add(row)
 */
export function printJobWrites(db: Drizzle) {
  return {
    /** Notes what is to be printed. */
    add: (row: Omit<typeof printJob.$inferInsert, 'sequence'>): void => {
      db.insert(printJob).values(row).run()
    },
    /** Notes what came of making its PDF. */
    addBuild: (row: Omit<typeof printBuild.$inferInsert, 'sequence'>): void => {
      db.insert(printBuild).values(row).run()
    },
    /** Notes which characters are left for the pen; once for each job. */
    decide: (row: typeof printDecision.$inferInsert): void => {
      db.insert(printDecision).values(row).run()
    },
    /** Notes a sending before it happens; gives the number under which its end is noted. */
    addRun: (row: Omit<typeof printRun.$inferInsert, 'sequence'>): number =>
      db.insert(printRun).values(row).returning({ sequence: printRun.sequence }).get().sequence,
    /** Notes what the system said of a sending. */
    endRun: (row: typeof printRunEnd.$inferInsert): void => {
      db.insert(printRunEnd).values(row).run()
    },
    /** Notes what a person says came out. */
    addOutcome: (row: Omit<typeof printOutcome.$inferInsert, 'sequence'>): void => {
      db.insert(printOutcome).values(row).run()
    },
    /** Gives a job up. */
    cancel: (row: typeof printCancel.$inferInsert): void => {
      db.insert(printCancel).values(row).run()
    },
  }
}
