import { type Drizzle, orm } from '../drizzle.ts'
import {
  screenContact,
  screenEdge,
  screenPairing,
  screenPicture,
  screenShown,
  screenUnpairing,
} from '../schema/screen-evidence.ts'

const { and, asc, desc, eq, gt, inArray, isNull, lt, lte, max, min, ne } = orm

/** A pairing as stored. */
export type StoredPairing = typeof screenPairing.$inferSelect
/** A showing as stored. */
export type StoredShown = typeof screenShown.$inferSelect
/** The last word of a screen as stored. */
export type StoredContact = typeof screenContact.$inferSelect
/** A change of how a screen is, as stored. */
export type StoredEdge = typeof screenEdge.$inferSelect

/**
 * Reading what screens proved and how they are.
 * @example screenEvidenceReads(db).contact(screenId)?.at
 */
export function screenEvidenceReads(db: Drizzle) {
  return {
    /** The pairing a token belongs to, with the instant it was ended; null there while it stands. */
    pairingByToken: (tokenHash: string): (StoredPairing & { readonly endedAt: string | null }) | undefined =>
      db
        .select({
          ...{ id: screenPairing.id, screenId: screenPairing.screenId, tokenHash: screenPairing.tokenHash },
          ...{ accountId: screenPairing.accountId, at: screenPairing.at, endedAt: screenUnpairing.at },
        })
        .from(screenPairing)
        .leftJoin(screenUnpairing, eq(screenUnpairing.pairingId, screenPairing.id))
        .where(eq(screenPairing.tokenHash, tokenHash))
        .get(),
    /** Standing pairings of a screen; more than one where it was paired anew without being unpaired. */
    pairingsOf: (screenId: string): { readonly id: string; readonly at: string }[] =>
      db
        .select({ id: screenPairing.id, at: screenPairing.at })
        .from(screenPairing)
        .leftJoin(screenUnpairing, eq(screenUnpairing.pairingId, screenPairing.id))
        .where(and(eq(screenPairing.screenId, screenId), isNull(screenUnpairing.pairingId)))
        .all(),
    /** When a screen was paired for the first time, ended pairings too; null when it never was. */
    firstPairedAt: (screenId: string): string | null =>
      db
        .select({ at: min(screenPairing.at) })
        .from(screenPairing)
        .where(eq(screenPairing.screenId, screenId))
        .get()?.at ?? null,
    /** Which of these records are kept already. */
    known: (ids: readonly string[]): Set<string> =>
      new Set(
        db
          .select({ id: screenShown.id })
          .from(screenShown)
          .where(inArray(screenShown.id, [...ids]))
          .all()
          .map(({ id }) => id),
      ),
    /**
     * End of what other starts of the page than `bootId` have proved between two instants; null for nothing. Not beyond `until`:
     * what ended later than now was told under a clock that was ahead.
     */
    toldUntil: (screenId: string, bootId: string, from: string, until: string): string | null =>
      db
        .select({ at: max(screenShown.endedAt) })
        .from(screenShown)
        .where(
          and(
            ...[eq(screenShown.screenId, screenId), ne(screenShown.bootId, bootId)],
            ...[ne(screenShown.doubt, 'CLOCK')],
            ...[gt(screenShown.endedAt, from), lte(screenShown.endedAt, until)],
          ),
        )
        .get()?.at ?? null,
    /** What ended on a screen between two instants, in that order. */
    endedBetween: (screenId: string, from: string, until: string): StoredShown[] =>
      db
        .select()
        .from(screenShown)
        .where(
          and(
            eq(screenShown.screenId, screenId),
            gt(screenShown.endedAt, from),
            lt(screenShown.endedAt, until),
          ),
        )
        .orderBy(asc(screenShown.endedAt))
        .all(),
    /** Screens on which one of these editions ended between two instants. */
    screensOf: (hashes: readonly string[], from: string, until: string): string[] =>
      db
        .selectDistinct({ id: screenShown.screenId })
        .from(screenShown)
        .where(
          and(
            inArray(screenShown.hash, [...hashes]),
            gt(screenShown.endedAt, from),
            lt(screenShown.endedAt, until),
          ),
        )
        .all()
        .map(({ id }) => id),
    /** The last word of a screen. */
    contact: (screenId: string): StoredContact | undefined =>
      db.select().from(screenContact).where(eq(screenContact.screenId, screenId)).get(),
    /** Changes of a screen's state, newest first. */
    edges: (screenId: string, limit: number): StoredEdge[] =>
      db
        .select()
        .from(screenEdge)
        .where(eq(screenEdge.screenId, screenId))
        .orderBy(desc(screenEdge.sequence))
        .limit(limit)
        .all(),
    /** When the last picture was taken; null for none. */
    pictureAt: (screenId: string): string | null =>
      db
        .select({ at: screenPicture.at })
        .from(screenPicture)
        .where(eq(screenPicture.screenId, screenId))
        .get()?.at ?? null,
    /** The last picture. */
    picture: (screenId: string): { readonly at: string; readonly jpeg: Uint8Array } | undefined =>
      db
        .select({ at: screenPicture.at, jpeg: screenPicture.jpeg })
        .from(screenPicture)
        .where(eq(screenPicture.screenId, screenId))
        .get(),
  }
}

/**
 * Writing what screens prove and how they are.
 * @example screenEvidenceWrites(db).keepShown(row)
 */
export function screenEvidenceWrites(db: Drizzle) {
  return {
    /** From now on this token speaks for the screen. */
    pair: (row: StoredPairing): void => {
      db.insert(screenPairing).values(row).run()
    },
    /** From now on the pairing counts no more. */
    unpair: (row: typeof screenUnpairing.$inferSelect): void => {
      db.insert(screenUnpairing).values(row).run()
    },
    /** Keeps one showing; an id that is there already changes nothing. */
    keepShown: (row: StoredShown): void => {
      db.insert(screenShown).values(row).onConflictDoNothing().run()
    },
    /** A screen's state changed. */
    edge: (row: Omit<StoredEdge, 'sequence'>): void => {
      db.insert(screenEdge).values(row).run()
    },
    /** The last word of a screen, in place of the one before. */
    contact: (row: StoredContact): void => {
      const { screenId: _id, ...rest } = row
      db.insert(screenContact)
        .values(row)
        .onConflictDoUpdate({ target: screenContact.screenId, set: rest })
        .run()
    },
    /** The last picture, in place of the one before. */
    picture: (row: typeof screenPicture.$inferInsert): void => {
      db.insert(screenPicture)
        .values(row)
        .onConflictDoUpdate({ target: screenPicture.screenId, set: { at: row.at, jpeg: row.jpeg } })
        .run()
    },
  }
}
