import { type Drizzle, orm } from '../drizzle.ts'
import { posting, postingRemoval, recallEntry, recallTick } from '../schema/edition-record.ts'

const { eq } = orm

/** A sheet on a board of the wall, with the names people know it by. */
export type StoredPosting = {
  readonly id: string
  readonly editionId: number
  readonly editionNumber: number
  readonly boardId: string
  readonly boardName: string
  readonly boardPlace: string
  readonly postedOn: string
  readonly postedByName: string
  readonly removedOn: string | null
  readonly removedByName: string | null
}

/** Paper that has to come down, or has. */
export type StoredRecall = {
  readonly id: number
  readonly noticeId: string
  readonly title: string
  readonly editionId: number
  readonly editionNumber: number
  readonly boardId: string
  readonly boardName: string
  readonly boardPlace: string
  readonly cause: 'WITHDRAWN' | 'CORRECTED'
  readonly posted: 0 | 1
  readonly openedAt: string
  readonly openedOn: string
  readonly removedOn: string | null
  readonly note: string | null
  readonly tickedByName: string | null
}

const POSTING = `SELECT p.id, p.edition_id AS editionId, e.edition_number AS editionNumber, p.board_id AS boardId,
    b.name AS boardName, b.place AS boardPlace, p.posted_on AS postedOn, a.name AS postedByName,
    r.removed_on AS removedOn, ra.name AS removedByName
  FROM edition e
  JOIN posting p ON p.edition_id = e.id
  JOIN board b ON b.id = p.board_id
  JOIN account a ON a.id = p.posted_by
  LEFT JOIN posting_removal r ON r.posting_id = p.id
  LEFT JOIN account ra ON ra.id = r.removed_by`

const RECALL = `SELECT r.id, e.notice_id AS noticeId, e.title, r.edition_id AS editionId, e.edition_number AS editionNumber,
    r.board_id AS boardId, b.name AS boardName, b.place AS boardPlace, r.cause, r.posted, r.opened_at AS openedAt,
    r.opened_on AS openedOn, t.removed_on AS removedOn, t.note, a.name AS tickedByName
  FROM recall_entry r
  JOIN edition e ON e.id = r.edition_id
  JOIN board b ON b.id = r.board_id
  LEFT JOIN recall_tick t ON t.entry_id = r.id
  LEFT JOIN account a ON a.id = t.account_id`

/**
 * Reading what hangs on the wall and what has to come down from it.
 * @example recallReads(db).open().length
 */
export function recallReads(db: Drizzle) {
  const database = db.$client
  const postings = database.prepare<[string]>(
    `${POSTING} WHERE e.notice_id = ?
       AND NOT EXISTS (SELECT 1 FROM posting_error x WHERE x.posting_id = p.id AND x.photo_id IS NULL) ORDER BY p.posted_at DESC, p.id DESC`,
  )
  const open = database.prepare(`${RECALL} WHERE t.entry_id IS NULL ORDER BY r.id`)
  const ofNotice = database.prepare<[string]>(`${RECALL} WHERE e.notice_id = ? ORDER BY r.id`)
  const byId = database.prepare<[number]>(`${RECALL} WHERE r.id = ?`)
  const packages = database.prepare<[string]>(
    `SELECT o.id AS change, e.id AS editionId, e.edition_number AS editionNumber, o.kind,
            o.package_sequence AS sequence
     FROM edition e CROSS JOIN outbox o ON o.edition_id = e.id
     WHERE e.notice_id = ? ORDER BY o.id`,
  )
  return {
    /** Sheets of a notice that hang or hung, newest first. */
    postings: (noticeId: string): StoredPosting[] => postings.all(noticeId) as StoredPosting[],
    /** Everything that still has to come down, oldest first. */
    open: (): StoredRecall[] => open.all() as StoredRecall[],
    /** The same of a notice, with what has come down. */
    ofNotice: (noticeId: string): StoredRecall[] => ofNotice.all(noticeId) as StoredRecall[],
    /** One. */
    byId: (id: number): StoredRecall | undefined => byId.get(id) as StoredRecall | undefined,
    /** What of a notice went into packages, or waits for the next one (then without a number). */
    packages: (
      noticeId: string,
    ): {
      readonly change: number
      readonly editionId: number
      readonly editionNumber: number
      readonly kind: 'EDITION' | 'WITHDRAWAL'
      readonly sequence: number | null
    }[] =>
      packages.all(noticeId) as {
        change: number
        editionId: number
        editionNumber: number
        kind: 'EDITION' | 'WITHDRAWAL'
        sequence: number | null
      }[],
    /** One posting. */
    posting: (id: string): typeof posting.$inferSelect | undefined =>
      db.select().from(posting).where(eq(posting.id, id)).get(),
  }
}

/**
 * Writing what was put up and taken down; all of it is added to and never changed.
 * @example recallWrites(db).post(row)
 */
export function recallWrites(db: Drizzle) {
  return {
    /** A sheet was put up. */
    post: (row: typeof posting.$inferSelect): void => {
      db.insert(posting).values(row).run()
    },
    /** A sheet was taken down. */
    remove: (row: typeof postingRemoval.$inferSelect): void => {
      db.insert(postingRemoval).values(row).run()
    },
    /** Paper has to come down. */
    open: (row: Omit<typeof recallEntry.$inferSelect, 'id'>): void => {
      db.insert(recallEntry).values(row).run()
    },
    /** Paper has come down. */
    tick: (row: typeof recallTick.$inferSelect): void => {
      db.insert(recallTick).values(row).run()
    },
  }
}
