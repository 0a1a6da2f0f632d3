import { type Drizzle, orm } from '../drizzle.ts'
import { edition } from '../schema/edition.ts'
import { consultation, matter, matterEntry, matterFile, matterNotice } from '../schema/matter.ts'
import { notice } from '../schema/notice.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, inArray, isNotNull, isNull, sql } = orm

/** A decision file, as stored. */
export type StoredMatterFile = typeof matter.$inferSelect
/** A file of the office. */
export type StoredOfficeFile = typeof matterFile.$inferSelect
/** An entry with the name of who made it. */
export type StoredEntry = typeof matterEntry.$inferSelect & { readonly byName: string }
/** A consultation, as stored. */
export type StoredConsultation = typeof consultation.$inferSelect
/** A notice as part of a matter: the row of its link that holds. */
export type StoredLink = Pick<
  typeof matterNotice.$inferSelect,
  'matterId' | 'noticeId' | 'role' | 'consultationId'
>

/** What changes a consultation has until it opens. */
export type ConsultationChange = Partial<
  Pick<
    StoredConsultation,
    | 'opensOn'
    | 'amount'
    | 'unit'
    | 'channels'
    | 'shorterReason'
    | 'openedOn'
    | 'closesOn'
    | 'plannedBy'
    | 'plannedAt'
    | 'droppedBy'
    | 'droppedAt'
  >
>

/**
 * Reading decision files. Only the desk may ask it; the public view takes from it nothing but links and periods.
 * @example matterReads(db).list()[0]?.kind
 */
export function matterReads(db: Drizzle) {
  const held = sql`${matterNotice.linked} = 1 AND ${matterNotice.sequence} =
    (SELECT max(later.sequence) FROM matter_notice later WHERE later.notice_id = ${matterNotice.noticeId})`
  const links = {
    matterId: matterNotice.matterId,
    noticeId: matterNotice.noticeId,
    role: matterNotice.role,
    consultationId: matterNotice.consultationId,
  }
  const linkOf = db
    .select(links)
    .from(matterNotice)
    .where(and(eq(matterNotice.noticeId, sql.placeholder('noticeId')), held))
    .prepare()
  return {
    /** All matters, the one last worked on first. */
    list: (): StoredMatterFile[] =>
      db.select().from(matter).orderBy(desc(matter.editedAt), desc(matter.id)).all(),
    /** One matter. */
    byId: (id: string): StoredMatterFile | undefined =>
      db.select().from(matter).where(eq(matter.id, id)).get(),
    /** Entries of a matter, in the order they were made. */
    entries: (matterId: string): StoredEntry[] =>
      db
        .select({ entry: matterEntry, byName: account.name })
        .from(matterEntry)
        .innerJoin(account, eq(account.id, matterEntry.enteredBy))
        .where(eq(matterEntry.matterId, matterId))
        .orderBy(asc(matterEntry.sequence))
        .all()
        .map(({ entry, byName }) => ({ ...entry, byName })),
    /** Files of a matter, oldest first. */
    files: (matterId: string): StoredOfficeFile[] =>
      db.select().from(matterFile).where(eq(matterFile.matterId, matterId)).orderBy(asc(matterFile.id)).all(),
    /** Notices of a matter, in the order they were linked. */
    links: (matterId: string): StoredLink[] =>
      db
        .select(links)
        .from(matterNotice)
        .where(and(eq(matterNotice.matterId, matterId), held))
        .orderBy(asc(matterNotice.sequence))
        .all(),
    /** What a notice is, and of which matter. */
    linkOf: (noticeId: string): StoredLink | undefined => linkOf.get({ noticeId }),
    /** The editions of all matters that are on the board now; drafts with the days opinions can be given. */
    published: () =>
      db
        .select({
          matterId: matterNotice.matterId,
          id: edition.id,
          opensOn: consultation.openedOn,
          closesOn: consultation.closesOn,
        })
        .from(matterNotice)
        .innerJoin(edition, and(eq(edition.noticeId, matterNotice.noticeId), eq(edition.state, 'PUBLISHED')))
        .leftJoin(
          consultation,
          and(eq(consultation.id, matterNotice.consultationId), eq(matterNotice.role, 'DRAFT')),
        )
        .where(held)
        .all(),
    /** Titles of notices, whatever became of them. */
    titles: (noticeIds: readonly string[]) =>
      db
        .select({
          id: notice.id,
          title: notice.title,
          state: notice.state,
          indexNumber: notice.indexNumber,
          createdAt: notice.createdAt,
        })
        .from(notice)
        .where(inArray(notice.id, [...noticeIds]))
        .all(),
    /** Consultations of a matter that were not given up, oldest first. */
    consultations: (matterId: string): StoredConsultation[] =>
      db
        .select()
        .from(consultation)
        .where(and(eq(consultation.matterId, matterId), isNull(consultation.droppedAt)))
        .orderBy(asc(consultation.id))
        .all(),
    /** Consultations that have opened, oldest first. */
    openConsultations: (): StoredConsultation[] =>
      db
        .select()
        .from(consultation)
        .where(isNotNull(consultation.openedOn))
        .orderBy(asc(consultation.id))
        .all(),
    /** One consultation that was not given up. */
    consultation: (id: string): StoredConsultation | undefined =>
      db
        .select()
        .from(consultation)
        .where(and(eq(consultation.id, id), isNull(consultation.droppedAt)))
        .get(),
  }
}

/**
 * Writing decision files.
 * @example matterWrites(db).insert(file)
 */
export function matterWrites(db: Drizzle) {
  const next = (table: 'matter_entry' | 'matter_notice'): number =>
    db.$client.prepare(`SELECT coalesce(max(sequence), 0) + 1 FROM ${table}`).pluck().get() as number
  return {
    /** Opens a file. */
    insert: (row: StoredMatterFile): void => {
      db.insert(matter).values(row).run()
    },
    /** Writes the facts of a matter anew. */
    update: (id: string, change: Partial<Omit<StoredMatterFile, 'id' | 'createdBy' | 'createdAt'>>): void => {
      db.update(matter).set(change).where(eq(matter.id, id)).run()
    },
    /** Puts a file of the office on record; its bytes are on the disk by then. */
    addFile: (row: StoredOfficeFile): void => {
      db.insert(matterFile).values(row).run()
    },
    /** Adds an entry; gives its number. */
    addEntry: (row: Omit<typeof matterEntry.$inferSelect, 'sequence'>): number => {
      const sequence = next('matter_entry')
      db.insert(matterEntry)
        .values({ ...row, sequence })
        .run()
      return sequence
    },
    /** Says what a notice is of a matter, or that it is nothing of it any more. */
    link: (row: Omit<typeof matterNotice.$inferSelect, 'sequence'>): void => {
      db.insert(matterNotice)
        .values({ ...row, sequence: next('matter_notice') })
        .run()
    },
    /** Plans a consultation. */
    insertConsultation: (row: StoredConsultation): void => {
      db.insert(consultation).values(row).run()
    },
    /** Plans it anew, opens it, or gives it up. */
    updateConsultation: (id: string, change: ConsultationChange): void => {
      db.update(consultation).set(change).where(eq(consultation.id, id)).run()
    },
  }
}
