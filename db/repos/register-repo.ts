import type { CivilDate } from '../../domain/notice/content.ts'
import type { UndisclosedEntry } from '../../domain/register/undisclosed-matter.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { undisclosedDraft, undisclosedMatter, undisclosedReview } from '../schema/register.ts'

const { asc, desc, eq, max } = orm

/** A matter that is not disclosed, as stored. */
export type StoredMatter = typeof undisclosedMatter.$inferSelect

/** A re-review with who decided it and the draft that was begun because of it. */
export type StoredReview = Omit<typeof undisclosedReview.$inferSelect, 'reviewedBy'> & {
  readonly reviewedBy: { readonly id: string; readonly name: string }
  readonly noticeId: string | null
}

/**
 * Reading the register of undisclosed matters. Only the desk may ask it.
 * @example undisclosedReads(db).list()[0]?.ground
 */
export function undisclosedReads(db: Drizzle) {
  const reviews = () =>
    db
      .select({ review: undisclosedReview, name: account.name, noticeId: undisclosedDraft.noticeId })
      .from(undisclosedReview)
      .innerJoin(account, eq(account.id, undisclosedReview.reviewedBy))
      .leftJoin(undisclosedDraft, eq(undisclosedDraft.reviewSequence, undisclosedReview.sequence))
      .orderBy(asc(undisclosedReview.sequence))
  const told = (rows: ReturnType<ReturnType<typeof reviews>['all']>): StoredReview[] =>
    rows.map(({ review, name, noticeId }) => ({
      ...review,
      reviewedBy: { id: review.reviewedBy, name },
      noticeId,
    }))
  return {
    /** All matters, the newest decision first. */
    list: (): StoredMatter[] =>
      db
        .select()
        .from(undisclosedMatter)
        .orderBy(desc(undisclosedMatter.decidedOn), desc(undisclosedMatter.id))
        .all(),
    /** One matter. */
    byId: (id: string): StoredMatter | undefined =>
      db.select().from(undisclosedMatter).where(eq(undisclosedMatter.id, id)).get(),
    /** Reviews of one matter, oldest first. */
    reviews: (matterId: string): StoredReview[] =>
      told(reviews().where(eq(undisclosedReview.matterId, matterId)).all()),
    /** Reviews of all matters, oldest first. */
    allReviews: (): StoredReview[] => told(reviews().all()),
  }
}

/**
 * Writing the register of undisclosed matters.
 * @example undisclosedWrites(db).insert(matter)
 */
export function undisclosedWrites(db: Drizzle) {
  return {
    /** Puts a matter on record. */
    insert: (row: StoredMatter): void => {
      db.insert(undisclosedMatter).values(row).run()
    },
    /** Corrects what was entered. */
    update: (
      id: string,
      change: UndisclosedEntry & { readonly editedBy: string; readonly editedAt: string },
    ): void => {
      db.update(undisclosedMatter).set(change).where(eq(undisclosedMatter.id, id)).run()
    },
    /** Adds a review; gives its number. */
    addReview: (
      row: Omit<typeof undisclosedReview.$inferSelect, 'sequence'> & { readonly nextDue: CivilDate | null },
    ): number => {
      const last = db
        .select({ last: max(undisclosedReview.sequence) })
        .from(undisclosedReview)
        .get()?.last
      const sequence = (last ?? 0) + 1
      db.insert(undisclosedReview)
        .values({ ...row, sequence })
        .run()
      return sequence
    },
    /** Says which draft was begun because of a review. */
    addDraft: (reviewSequence: number, noticeId: string): void => {
      db.insert(undisclosedDraft).values({ reviewSequence, noticeId }).run()
    },
  }
}
