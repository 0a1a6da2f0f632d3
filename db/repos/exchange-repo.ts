import type { HeldMark, ReceiptVerdict } from '../../domain/exchange/receipt.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { outbox, packageWritten } from '../schema/edition.ts'
import { instanceFormer, offerAgain, packagePassedOver, packageOffer } from '../schema/exchange.ts'
import { account } from '../schema/office.ts'

const { and, asc, between, desc, eq, isNotNull, isNull, sql } = orm

/** A queued change as stored. */
export type StoredOutboxRow = typeof outbox.$inferSelect

/** A written package as stored. */
export type StoredPackage = typeof packageWritten.$inferSelect

/** What a package offered, as stored. */
export type StoredOffer = typeof packageOffer.$inferSelect

/** A wish to be offered everything again, as stored. */
export type StoredOfferAgain = typeof offerAgain.$inferSelect

/** The newest county card as far as packages go by it. */
export type CountyOfPackages = {
  readonly cardId: number
  readonly name: string
  readonly code: string
  readonly keyId: string
  readonly recipient: string
  readonly address: string | null
}

/** What says of a card whose it is. */
export type CountyCardMark = {
  readonly cardId: number
  readonly name: string
  readonly code: string
  readonly keyId: string
  readonly instanceId: string
}

/** Packages of which database and for which county; `county` null: written while no county was enrolled. */
export type OfferLine = { readonly instanceId: string; readonly county: { readonly cardId: number } | null }

/** What one receipt says about one package. */
export type PackageAnswer = {
  readonly countyInstanceId: string
  readonly instanceId: string
  readonly sequence: number
  readonly number: number
  readonly verdict: ReceiptVerdict
  readonly accepted: number
  readonly rejected: number
  readonly takenAt: string
}

/** A change with what people know it by. */
export type NamedChange = {
  readonly change: number
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly packageSequence: number | null
  readonly noticeId: string
  readonly editionId: number
  readonly indexNumber: string
  readonly editionNumber: number
  readonly editionState: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly title: string
  /** The package passed it over. */
  readonly heldBack: 0 | 1
  /** Newer change that offers the same; null when there is none. */
  readonly successor: number | null
  /** First change that takes the edition down; null while it stands. */
  readonly withdrawal: number | null
}

// Cards of one county: its key or its database is the same. A county that renews its card starts nothing over.
const SAME_COUNTY = `SELECT other.id FROM county_card other, county_card own
  WHERE own.id = $card AND other.code = own.code AND (other.key_id = own.key_id OR other.instance_id = own.instance_id)`
const OF_LINE = `o.instance_id = $instance
  AND ($card IS NULL AND o.county_card_id IS NULL OR o.county_card_id IN (${SAME_COUNTY}))`
// Of several rows of an edition and kind only the newest is still offered.
const SUPERSEDED = `SELECT o.id FROM (SELECT edition_id, kind, max(id) AS newest FROM outbox GROUP BY edition_id, kind HAVING count(*) > 1) many
  CROSS JOIN outbox o ON o.edition_id = many.edition_id AND o.kind = many.kind AND o.id < many.newest`
// Passed over by a package of the line, and nothing has taken the row's place; what was taken down has nothing left to send.
const WAITING_AGAIN = `SELECT DISTINCT q.id FROM package_offer o CROSS JOIN package_passed_over x ON x.sequence = o.sequence
  CROSS JOIN outbox q ON q.id = x.change JOIN edition e ON e.id = q.edition_id
  WHERE ${OF_LINE} AND NOT (q.kind = 'EDITION' AND e.state = 'WITHDRAWN')
    AND NOT EXISTS (SELECT 1 FROM outbox later WHERE later.edition_id = q.edition_id AND later.kind = q.kind AND later.id > q.id)
  ORDER BY q.id`

function lineOf({ instanceId, county }: OfferLine) {
  return { instance: instanceId, card: county?.cardId ?? null }
}

/**
 * Reading the outbox, the packages, and what receipts say of them.
 * @example exchangeReads(db).waiting().length
 */
export function exchangeReads(db: Drizzle) {
  const client = db.$client
  const newestChange = client.prepare('SELECT coalesce(max(id), 0) FROM outbox').pluck()
  const sentUpTo = client.prepare(`SELECT max(o.last_change) FROM package_offer o WHERE ${OF_LINE}`).pluck()
  const inLine = client.prepare(`SELECT 1 FROM package_offer o WHERE o.sequence = $sequence AND ${OF_LINE}`)
  const newestOffer = client.prepare(
    `SELECT o.sequence FROM package_offer o WHERE ${OF_LINE} ORDER BY o.sequence DESC LIMIT 1`,
  )
  const passedOver = client
    .prepare(
      `SELECT DISTINCT x.change FROM package_offer o CROSS JOIN package_passed_over x ON x.sequence = o.sequence WHERE ${OF_LINE}`,
    )
    .pluck()
  const superseded = client.prepare(SUPERSEDED).pluck()
  const passedOverLater = client
    .prepare(
      `SELECT DISTINCT p.sequence FROM package_passed_over x CROSS JOIN package_offer later ON later.sequence = x.sequence
       CROSS JOIN package_offer p ON p.sequence < x.sequence AND p.instance_id = later.instance_id
         AND x.change BETWEEN p.first_change AND p.last_change
       WHERE NOT EXISTS (SELECT 1 FROM package_passed_over own WHERE own.sequence = p.sequence AND own.change = x.change)`,
    )
    .pluck()
  const waitingAgain = client.prepare(WAITING_AGAIN).pluck()
  const county = client.prepare(
    `SELECT id AS cardId, name, code, key_id AS keyId, recipient, address FROM county_card ORDER BY id DESC LIMIT 1`,
  )
  const counties = client.prepare(
    'SELECT id AS cardId, name, code, key_id AS keyId, instance_id AS instanceId FROM county_card ORDER BY id',
  )
  const held = client.prepare(
    `SELECT held_instance_id AS instanceId, held_sequence AS sequence, held_seal AS seal, held_change AS change
     FROM receipt WHERE place <> 'LATE' ORDER BY id DESC LIMIT 1`,
  )
  const answers = client.prepare(
    `SELECT county_instance_id AS countyInstanceId, instance_id AS instanceId, sequence, number, came_as AS cameAs, verdict, accepted,
       rejected, taken_at AS takenAt FROM receipt ORDER BY number, came_as = 'FILE'`,
  )
  // The page is chosen first: otherwise the editions of all pages before it are read to be thrown away.
  const changes = client.prepare(
    `SELECT o.id AS change, o.kind, o.package_sequence AS packageSequence, e.notice_id AS noticeId,
       e.id AS editionId, e.index_number AS indexNumber,
       e.edition_number AS editionNumber, e.state AS editionState, e.title, x.change IS NOT NULL AS heldBack,
       (SELECT max(n.id) FROM outbox n WHERE n.edition_id = o.edition_id AND n.kind = o.kind AND n.id > o.id) AS successor,
       (SELECT min(w.id) FROM outbox w WHERE w.edition_id = o.edition_id AND w.kind = 'WITHDRAWAL') AS withdrawal
     FROM (SELECT * FROM outbox WHERE id BETWEEN $first AND $last ORDER BY id LIMIT $limit OFFSET $from) o
     CROSS JOIN edition e ON e.id = o.edition_id
     LEFT JOIN package_passed_over x ON x.sequence = $sequence AND x.change = o.id
     ORDER BY o.id`,
  )
  const changesByMark = client.prepare(
    `SELECT o.id AS change, o.kind, o.package_sequence AS packageSequence, e.notice_id AS noticeId,
       e.id AS editionId, e.index_number AS indexNumber,
       e.edition_number AS editionNumber, e.state AS editionState, e.title, 0 AS heldBack, NULL AS successor, NULL AS withdrawal
     FROM outbox o JOIN edition e ON e.id = o.edition_id
     WHERE o.package_sequence = $sequence ORDER BY o.id LIMIT $limit OFFSET $from`,
  )
  const countOfRange = client.prepare('SELECT count(*) FROM outbox WHERE id BETWEEN $first AND $last').pluck()
  const countByMark = client.prepare('SELECT count(*) FROM outbox WHERE package_sequence = ?').pluck()
  // CROSS JOIN keeps this order whatever statistics say: those taken while the office was young would have all editions read for each change.
  const chosen = `json_each(?) chosen CROSS JOIN outbox o ON o.id = chosen.value AND o.kind = 'EDITION'
    CROSS JOIN edition e ON e.id = o.edition_id AND e.state <> 'WITHDRAWN'`
  const chosenFiles = `${chosen} CROSS JOIN json_each(e.content, '$.attachments') a`
  const contentSize = client
    .prepare(`SELECT coalesce(sum(octet_length(e.content)), 0) FROM ${chosen}`)
    .pluck()
  const files = client.prepare(
    `SELECT count(*) AS attachments, coalesce(sum(size), 0) AS bytes FROM (
       SELECT max(a.value ->> '$.size') AS size FROM ${chosenFiles} GROUP BY a.value ->> '$.sha256')`,
  )
  const fileOwner = client.prepare(
    `SELECT e.index_number AS indexNumber, a.value ->> '$.name' AS name FROM ${chosenFiles}
     WHERE a.value ->> '$.sha256' = ? LIMIT 1`,
  )
  const notOffered = client
    .prepare(
      `SELECT o.id FROM outbox o WHERE o.package_sequence IS NULL
         AND EXISTS (SELECT 1 FROM package_offer p WHERE o.id BETWEEN p.first_change AND p.last_change)
         AND NOT EXISTS (SELECT 1 FROM package_passed_over x WHERE x.change = o.id)
       ORDER BY o.id LIMIT 20`,
    )
    .pluck()
  const withdrawnSince = client
    .prepare(`SELECT edition_id FROM outbox WHERE id > ? AND kind = 'WITHDRAWAL'`)
    .pluck()
  return {
    /** What no package names yet, oldest first. */
    waiting: (): StoredOutboxRow[] =>
      db.select().from(outbox).where(isNull(outbox.packageSequence)).orderBy(asc(outbox.id)).all(),
    /** Changes of a range of numbers, oldest first. */
    between: (first: number, last: number): StoredOutboxRow[] =>
      db
        .select()
        .from(outbox)
        .where(between(outbox.id, first, last))
        .orderBy(asc(outbox.id))
        .all(),
    /** Number of the newest change; 0 before the first. */
    newestChange: (): number => newestChange.get() as number,
    /** Changes that some package of this database for this county passed over: their numbers stay empty there. */
    passedOver: (line: OfferLine): ReadonlySet<number> => new Set(passedOver.all(lineOf(line)) as number[]),
    /** Numbers of packages with a change that a later package of the same database passed over. */
    passedOverLater: (): ReadonlySet<number> => new Set(passedOverLater.all() as number[]),
    /** Changes of which a newer row offers the same edition or withdrawal. */
    superseded: (): ReadonlySet<number> => new Set(superseded.all() as number[]),
    /** What packages of this database for this county passed over and may still have to go, oldest first. */
    waitingAgain: (line: OfferLine): StoredOutboxRow[] => {
      const ids = JSON.stringify(waitingAgain.all(lineOf(line)))
      return db
        .select()
        .from(outbox)
        .where(sql`${outbox.id} IN (SELECT value FROM json_each(${ids}))`)
        .orderBy(asc(outbox.id))
        .all()
    },
    /** How far packages of this database for this county go, by their changes; null before the first. */
    sentUpTo: (line: OfferLine): number | null => sentUpTo.get(lineOf(line)) as number | null,
    /** Whether a package is one of this database for this county. */
    isInLine: (line: OfferLine, sequence: number): boolean =>
      inLine.get({ ...lineOf(line), sequence }) !== undefined,
    /** What the newest package of this database for this county offered. */
    newestOffer: (line: OfferLine): StoredOffer | undefined => {
      const row = newestOffer.get(lineOf(line)) as { readonly sequence: number } | undefined
      return row && db.select().from(packageOffer).where(eq(packageOffer.sequence, row.sequence)).get()
    },
    /** What changes bring along: texts in bytes, and their files, each counted once. */
    weigh: (
      changes: readonly number[],
    ): { readonly content: number; readonly attachments: number; readonly bytes: number } => {
      const ids = JSON.stringify(changes)
      const { attachments, bytes } = files.get(ids) as { attachments: number; bytes: number }
      return { content: contentSize.get(ids) as number, attachments, bytes }
    },
    /** The first notice among changes that brings a file, and the file's name there. */
    ownerOfFile: (
      changes: readonly number[],
      sha256: string,
    ): { readonly indexNumber: string; readonly name: string } | undefined =>
      fileOwner.get(JSON.stringify(changes), sha256) as { indexNumber: string; name: string } | undefined,
    /** Changes that are in the range of a package, in none, and not said to be held back: something was lost. */
    notOffered: (): number[] => notOffered.all() as number[],
    /** Editions that were withdrawn by changes after a number. */
    withdrawnSince: (change: number): ReadonlySet<number> => new Set(withdrawnSince.all(change) as number[]),
    /** Whether some package carried an edition out. */
    wasSent: (editionId: number): boolean =>
      db
        .select({ id: outbox.id })
        .from(outbox)
        .where(
          and(eq(outbox.editionId, editionId), eq(outbox.kind, 'EDITION'), isNotNull(outbox.packageSequence)),
        )
        .get() !== undefined,
    /** Packages, newest first, with the person's name. */
    packages: (): (StoredPackage & { readonly createdByName: string })[] =>
      db
        .select()
        .from(packageWritten)
        .innerJoin(account, eq(account.id, packageWritten.createdBy))
        .orderBy(desc(packageWritten.sequence))
        .all()
        .map((row) => ({ ...row.package, createdByName: row.account.name })),
    /** The newest package. */
    newestPackage: (): StoredPackage | undefined =>
      db.select().from(packageWritten).orderBy(desc(packageWritten.sequence)).limit(1).get(),
    /** One package. */
    bySequence: (sequence: number): StoredPackage | undefined =>
      db.select().from(packageWritten).where(eq(packageWritten.sequence, sequence)).get(),
    /** What the packages of format 2 offered, oldest first. */
    offers: (): StoredOffer[] => db.select().from(packageOffer).orderBy(asc(packageOffer.sequence)).all(),
    /** What one package offered; undefined for one of format 1. */
    offerOf: (sequence: number): StoredOffer | undefined =>
      db.select().from(packageOffer).where(eq(packageOffer.sequence, sequence)).get(),
    /** Wishes to be offered everything again that no package has answered yet. */
    offersAgain: (newestSequence: number): StoredOfferAgain[] =>
      db
        .select()
        .from(offerAgain)
        .all()
        .filter(({ afterSequence }) => afterSequence >= newestSequence),
    /** Ids the database had before it was restored, oldest first. */
    formerInstances: (): string[] =>
      db
        .select({ id: instanceFormer.id })
        .from(instanceFormer)
        .orderBy(asc(instanceFormer.position))
        .all()
        .map(({ id }) => id),
    /** The county packages are written for: that of the newest card; undefined while none is enrolled. */
    county: (): CountyOfPackages | undefined => county.get() as CountyOfPackages | undefined,
    /** All cards of counties, oldest first. */
    counties: (): CountyCardMark[] => counties.all() as CountyCardMark[],
    /** How the county stands by the newest receipt that did not come late; null while nothing was taken in, or before the first. */
    held: (): HeldMark | null => {
      const row = held.get() as { [Name in keyof HeldMark]: HeldMark[Name] | null } | undefined
      return row === undefined || row.instanceId === null ? null : (row as HeldMark)
    },
    /** What receipts say about packages, those of a county's database in the order of their numbers. */
    answers: (): PackageAnswer[] => answers.all() as PackageAnswer[],
    /** How many changes a package answers for. */
    changeCount: (
      sequence: number,
      range: { readonly first: number; readonly last: number } | null,
    ): number => (range === null ? countByMark.get(sequence) : countOfRange.get(range)) as number,
    /** A page of the changes a package answers for, oldest first; without a range those marked with its number. */
    changes: (
      sequence: number,
      range: { readonly first: number; readonly last: number } | null,
      page: { readonly from: number; readonly limit: number },
    ): NamedChange[] =>
      (range === null
        ? changesByMark.all({ sequence, ...page })
        : changes.all({ sequence, ...range, ...page })) as NamedChange[],
  }
}

/**
 * Writing the outbox and the packages.
 * @example exchangeWrites(db).queue('EDITION', editionId, now)
 */
export function exchangeWrites(db: Drizzle) {
  // One list, not a value each: thousands of them would keep every request waiting while they are bound.
  const mark = db.$client.prepare(
    `UPDATE outbox SET package_sequence = ? WHERE package_sequence IS NULL AND id IN (SELECT value FROM json_each(?))`,
  )
  return {
    /** Queues a change for the next package. */
    queue: (kind: 'EDITION' | 'WITHDRAWAL', editionId: number, queuedAt: string): void => {
      db.insert(outbox).values({ kind, editionId, queuedAt }).run()
    },
    /** Records a package and what it offered, and marks the rows it carries for the first time. */
    insertPackage: (
      row: StoredPackage,
      offer: StoredOffer,
      carried: readonly number[],
      passedOver: readonly number[],
    ): void => {
      db.insert(packageWritten).values(row).run()
      db.insert(packageOffer).values(offer).run()
      for (const change of passedOver)
        db.insert(packagePassedOver).values({ sequence: row.sequence, change }).run()
      mark.run(row.sequence, JSON.stringify(carried))
    },
    /** Notes that everything is to be offered again. */
    offerAgain: (row: Omit<StoredOfferAgain, 'id'>): void => {
      db.insert(offerAgain).values(row).run()
    },
    /** Gives up the database's id; `office.markRestored` sets the new one. */
    endInstance: (id: string, endedAt: string): void => {
      const position = db.select().from(instanceFormer).all().length + 1
      db.insert(instanceFormer).values({ position, id, endedAt }).run()
    },
  }
}
