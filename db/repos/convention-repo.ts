import { type Drizzle, orm } from '../drizzle.ts'
import {
  documentNumberVoid,
  noticeTerm,
  noticeValidity,
  noticeValidityDecision,
} from '../schema/convention.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, max, sql } = orm

/** Why a number was never used, with the person's name. */
export type StoredVoid = typeof documentNumberVoid.$inferSelect & { readonly byName: string }

/** What was proposed about a document, and what a second person said to it. */
export type StoredValidity = typeof noticeValidity.$inferSelect & {
  readonly proposerName: string
  readonly decision: (typeof noticeValidityDecision.$inferSelect & { readonly deciderName: string }) | null
}

/** A document number somewhere on the board or in a draft. */
export type UsedNumber = {
  readonly noticeId: string
  readonly documentNumber: string
  readonly title: string
  readonly indexNumber: string | null
  readonly state: 'PUBLISHED' | 'WITHDRAWN' | 'RESERVED'
}

/** A public line that is not simply in force: what was stated, and the document's own last day. */
export type StoredBadge = {
  readonly indexNumber: string
  readonly validTo: string | null
  /** JSON array of `[standing, effectiveOn]`, confirmed ones, oldest first; null when nothing was stated. */
  readonly statements: string | null
}

// What somebody works on; what is published or taken down is told by its editions.
const IN_HAND = `('DRAFT', 'IN_REVIEW', 'REFERRED', 'RETURNED', 'APPROVED', 'SCHEDULED')`

/**
 * Reading document numbers, why numbers are missing, and what became of documents.
 * @example conventionReads(db).voids('云政发', 2026)
 */
export function conventionReads(db: Drizzle) {
  const database = db.$client
  const editions = database.prepare(
    `SELECT e.notice_id AS noticeId, e.document_number AS documentNumber, e.title, e.index_number AS indexNumber, e.state
     FROM edition e WHERE e.document_number <> '' AND e.state <> 'SUPERSEDED' ORDER BY e.id`,
  )
  const drafts = database.prepare(
    `SELECT n.id AS noticeId, json_extract(n.content, '$.documentNumber') AS documentNumber, n.title,
       n.index_number AS indexNumber, 'RESERVED' AS state
     FROM notice n WHERE n.state IN ${IN_HAND} AND json_extract(n.content, '$.documentNumber') <> '' ORDER BY n.id`,
  )
  const published = database.prepare<[string, string]>(
    `SELECT held.notice_id AS noticeId, held.document_number AS documentNumber, held.title,
       held.index_number AS indexNumber, held.state
     FROM edition held WHERE held.document_number = ? AND held.document_number <> '' AND held.state = 'PUBLISHED'
       AND held.notice_id <> ? LIMIT 1`,
  )
  const submitted = database.prepare<[string, string]>(
    `SELECT s.notice_id AS noticeId, json_extract(s.content, '$.documentNumber') AS documentNumber,
       json_extract(s.content, '$.title') AS title, n.index_number AS indexNumber, 'RESERVED' AS state
     FROM submission s JOIN notice n ON n.id = s.notice_id
     WHERE s.closed = 0 AND json_extract(s.content, '$.documentNumber') = ? AND s.notice_id <> ? LIMIT 1`,
  )
  const badges = database.prepare<[string]>(
    `SELECT n.index_number AS indexNumber, t.valid_to AS validTo,
       (SELECT json_group_array(json_array(v.standing, v.effective_on) ORDER BY v.sequence) FROM notice_validity v
        JOIN notice_validity_decision d ON d.validity_sequence = v.sequence AND d.decision = 'CONFIRMED'
        WHERE v.notice_id = n.id) AS statements
     FROM json_each(?) asked JOIN notice n ON n.index_number = asked.value
     LEFT JOIN notice_term t ON t.notice_id = n.id`,
  )
  const anyBadge = database.prepare(
    'SELECT EXISTS (SELECT 1 FROM notice_validity_decision) OR EXISTS (SELECT 1 FROM notice_term) AS some',
  )
  const replaces = database.prepare<[string]>(
    `SELECT v.notice_id AS noticeId, v.sequence FROM notice_validity v
     JOIN notice_validity_decision d ON d.validity_sequence = v.sequence AND d.decision = 'CONFIRMED'
     WHERE v.replaced_by = ? ORDER BY v.sequence`,
  )
  const editionItem = database.prepare<[number]>(
    'SELECT item_id AS itemId FROM edition_item WHERE edition_id = ?',
  )
  const countIn = database
    .prepare<[string, string]>(
      `SELECT count(*) FROM edition WHERE state = 'PUBLISHED' AND publish_date BETWEEN ? AND ?`,
    )
    .pluck()
  const publishedIn = database
    .prepare<[string, string]>(
      `SELECT id FROM edition WHERE state = 'PUBLISHED' AND publish_date BETWEEN ? AND ? ORDER BY id`,
    )
    .pluck()
  const ofYear = database.prepare<[string]>(
    `SELECT used.notice_id AS noticeId, used.document_number AS documentNumber FROM edition used
     WHERE used.document_number <> '' AND used.state <> 'SUPERSEDED' AND instr(used.document_number, ?) > 0`,
  )
  const proposals = db
    .select()
    .from(noticeValidity)
    .leftJoin(noticeValidityDecision, eq(noticeValidityDecision.validitySequence, noticeValidity.sequence))
    .where(eq(noticeValidity.noticeId, sql.placeholder('noticeId')))
    .orderBy(asc(noticeValidity.sequence))
    .prepare()
  const voids = () =>
    db
      .select({ row: documentNumberVoid, name: account.name })
      .from(documentNumberVoid)
      .innerJoin(account, eq(account.id, documentNumberVoid.accountId))
      .orderBy(asc(documentNumberVoid.sequence))
  return {
    /** Every number on editions that stand or were taken down, then those that drafts in hand have reserved. */
    usedNumbers: (): UsedNumber[] => [...(editions.all() as UsedNumber[]), ...(drafts.all() as UsedNumber[])],
    /** Numbers that drafts in hand have reserved. */
    reservedNumbers: (): UsedNumber[] => drafts.all() as UsedNumber[],
    /** Numbers of a year on editions that stand or were taken down. */
    numbersOfYear: (year: number): Pick<UsedNumber, 'noticeId' | 'documentNumber'>[] =>
      ofYear.all(`〔${year}〕`) as Pick<UsedNumber, 'noticeId' | 'documentNumber'>[],
    /** Another published notice that bears the number. */
    publishedWith: (documentNumber: string, exceptNoticeId: string): UsedNumber | undefined =>
      published.get(documentNumber, exceptNoticeId) as UsedNumber | undefined,
    /** Another notice under review that bears the number. */
    submittedWith: (documentNumber: string, exceptNoticeId: string): UsedNumber | undefined =>
      submitted.get(documentNumber, exceptNoticeId) as UsedNumber | undefined,
    /** Every explanation, oldest first. */
    voids: (): StoredVoid[] =>
      voids()
        .all()
        .map(({ row, name }) => ({ ...row, byName: name })),
    /** What was said last of one number. */
    voidOf: (number: {
      readonly prefix: string
      readonly year: number
      readonly serial: number
    }): typeof documentNumberVoid.$inferSelect | undefined =>
      db
        .select()
        .from(documentNumberVoid)
        .where(
          and(
            eq(documentNumberVoid.prefix, number.prefix),
            eq(documentNumberVoid.year, number.year),
            eq(documentNumberVoid.serial, number.serial),
          ),
        )
        .orderBy(desc(documentNumberVoid.sequence))
        .limit(1)
        .get(),
    /** What was proposed about a notice, oldest first. */
    validityOf: (noticeId: string): StoredValidity[] => {
      const proposed = proposals.all({ noticeId })
      // Nothing was ever said of most notices, and then nobody need be named.
      if (proposed.length === 0) return []
      const people = new Map(
        db
          .select({ id: account.id, name: account.name })
          .from(account)
          .all()
          .map(({ id, name }) => [id, name]),
      )
      return proposed.map(({ notice_validity: row, notice_validity_decision: decision }) => ({
        ...row,
        proposerName: people.get(row.proposedBy) ?? '',
        decision: decision && { ...decision, deciderName: people.get(decision.decidedBy) ?? '' },
      }))
    },
    /** The notice a proposal is about. */
    validityNotice: (sequence: number): string | undefined =>
      db
        .select({ id: noticeValidity.noticeId })
        .from(noticeValidity)
        .where(eq(noticeValidity.sequence, sequence))
        .get()?.id,
    /** Notices that a notice replaces, as confirmed. */
    replacedBy: (noticeId: string): string[] =>
      (replaces.all(noticeId) as { noticeId: string }[]).map((row) => row.noticeId),
    /** Catalogue item an edition was published under. */
    itemOfEdition: (editionId: number): string | undefined =>
      (editionItem.get(editionId) as { itemId: string } | undefined)?.itemId,
    /** How many current editions were published in a span of days. */
    countPublishedIn: (from: string, to: string): number => countIn.get(from, to) as number,
    /** Current editions published in a span of days, by the number of their row, in order of publication. */
    publishedIn: (from: string, to: string): number[] => publishedIn.all(from, to) as number[],
    /** What is stated of the notices with these index numbers. Nothing at all is asked while nothing was ever stated. */
    badges: (indexNumbers: readonly string[]): ReadonlyMap<string, StoredBadge> => {
      const { some } = anyBadge.get() as { some: number }
      if (some === 0) return new Map()
      const rows = badges.all(JSON.stringify(indexNumbers)) as StoredBadge[]
      return new Map(rows.map((badge) => [badge.indexNumber, badge]))
    },
  }
}

/**
 * Writing why numbers are missing and what became of documents. Nothing is ever changed.
 * @example conventionWrites(db).addVoid({ prefix: '云政发', year: 2026, serial: 3, … })
 */
export function conventionWrites(db: Drizzle) {
  return {
    /** Explains a missing number; a newer explanation takes the place of an older one. */
    addVoid: (row: Omit<typeof documentNumberVoid.$inferSelect, 'sequence'>): void => {
      db.insert(documentNumberVoid).values(row).run()
    },
    /** Proposes what became of a document; gives the number of the proposal. */
    proposeValidity: (row: Omit<typeof noticeValidity.$inferSelect, 'sequence'>): number => {
      const last = db
        .select({ last: max(noticeValidity.sequence) })
        .from(noticeValidity)
        .get()?.last
      const sequence = (last ?? 0) + 1
      db.insert(noticeValidity)
        .values({ ...row, sequence })
        .run()
      return sequence
    },
    /** Says what a second person decided. */
    decideValidity: (row: typeof noticeValidityDecision.$inferSelect): void => {
      db.insert(noticeValidityDecision).values(row).run()
    },
    /** Repeats 有效期至 of the edition that stands now. */
    setTerm: (noticeId: string, validTo: string | null): void => {
      db.insert(noticeTerm)
        .values({ noticeId, validTo })
        .onConflictDoUpdate({ target: noticeTerm.noticeId, set: { validTo } })
        .run()
    },
  }
}
