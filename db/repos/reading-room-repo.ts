import { type Drizzle, orm } from '../drizzle.ts'
import {
  readingMaterial,
  readingSheet,
  readingSheetEnd,
  readingVisit,
  readingVisitor,
} from '../schema/kiosk.ts'
import { account } from '../schema/office.ts'

const { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, isNull, lt, lte, or } = orm

/** A visit of the reading room, with the name and the note while they are kept; null or empty when there are none. */
export type StoredVisit = typeof readingVisit.$inferSelect & {
  readonly name: string | null
  readonly note: string | null
  /** Who entered it at the desk; null from the glass. */
  readonly by: string | null
}

/** A sheet asked for in a visit, and what the desk said. */
export type StoredSheet = typeof readingSheet.$inferSelect & {
  readonly outcome: (typeof readingSheetEnd.$inferSelect)['outcome'] | null
  readonly printJobId: string | null
}

/** The days asked for, both included, `YYYY-MM-DD`. */
export type VisitDays = { readonly from: string; readonly to: string }

/** Nobody came after today: such a day was written by a clock that went ahead, and the name would stay until that day. */
function timeIsOver(before: string, today: string) {
  return or(lt(readingVisit.onDay, before), gt(readingVisit.onDay, today))
}

/**
 * Reading the log of the reading room. For the office only: nothing here may reach a public answer.
 * @example readingRoomReads(db).visits({ from: '2026-11-01', to: '2026-11-30' })
 */
export function readingRoomReads(db: Drizzle) {
  const visits = () =>
    db
      .select({
        ...getTableColumns(readingVisit),
        name: readingVisitor.name,
        note: readingVisitor.note,
        by: account.name,
      })
      .from(readingVisit)
      .leftJoin(readingVisitor, eq(readingVisitor.visitId, readingVisit.id))
      .leftJoin(account, eq(account.id, readingVisit.accountId))
  const sheets = () =>
    db
      .select({
        ...getTableColumns(readingSheet),
        outcome: readingSheetEnd.outcome,
        printJobId: readingSheetEnd.printJobId,
      })
      .from(readingSheet)
      .leftJoin(readingSheetEnd, eq(readingSheetEnd.sheetId, readingSheet.id))
  return {
    /** Visits of some days, newest first. */
    visits: ({ from, to }: VisitDays): StoredVisit[] =>
      visits()
        .where(and(gte(readingVisit.onDay, from), lte(readingVisit.onDay, to)))
        .orderBy(desc(readingVisit.onDay), desc(readingVisit.id))
        .all(),
    /** One visit. */
    visit: (id: string): StoredVisit | undefined => visits().where(eq(readingVisit.id, id)).get(),
    /** How many visits the glass began on a day. */
    countFromGlass: (onDay: string): number =>
      db
        .select({ number: count() })
        .from(readingVisit)
        .where(and(eq(readingVisit.onDay, onDay), isNull(readingVisit.accountId)))
        .get()?.number ?? 0,
    /** Index numbers of the notices opened in visits. */
    materials: (visitIds: readonly string[]) =>
      db
        .select()
        .from(readingMaterial)
        .where(inArray(readingMaterial.visitId, [...visitIds]))
        .orderBy(asc(readingMaterial.visitId), asc(readingMaterial.at))
        .all(),
    /** Sheets asked for in visits. */
    sheets: (visitIds: readonly string[]): StoredSheet[] =>
      sheets()
        .where(inArray(readingSheet.visitId, [...visitIds]))
        .orderBy(asc(readingSheet.id))
        .all(),
    /** One sheet asked for. */
    sheet: (id: string): StoredSheet | undefined => sheets().where(eq(readingSheet.id, id)).get(),
    /** Sheets the desk has said nothing to, newest first, at most a hundred: whoever waits asked a moment ago. */
    openSheets: (): StoredSheet[] =>
      sheets().where(isNull(readingSheetEnd.sheetId)).orderBy(desc(readingSheet.id)).limit(100).all(),
    /** How many those are in all. */
    countOpenSheets: (): number =>
      db
        .select({ number: count() })
        .from(readingSheet)
        .leftJoin(readingSheetEnd, eq(readingSheetEnd.sheetId, readingSheet.id))
        .where(isNull(readingSheetEnd.sheetId))
        .get()?.number ?? 0,
    /** How many names and notes are kept of visits before a day, or of ones that a wrong clock put after today. */
    namesBefore: (day: string, today: string): number =>
      db
        .select({ number: count() })
        .from(readingVisitor)
        .innerJoin(readingVisit, eq(readingVisit.id, readingVisitor.visitId))
        .where(timeIsOver(day, today))
        .get()?.number ?? 0,
  }
}

/**
 * Writing the log of the reading room. Visits are only ever added; names are erased when their time is over.
 * @example readingRoomWrites(db).addMaterial({ visitId, indexNumber, at })
 */
export function readingRoomWrites(db: Drizzle) {
  return {
    /** Somebody came; `name` stays empty for who leaves none, `note` when there is nothing to note. */
    addVisit: ({
      name,
      note,
      ...row
    }: typeof readingVisit.$inferInsert & { readonly name: string; readonly note: string }): void => {
      db.insert(readingVisit).values(row).run()
      if (name !== '' || note !== '') db.insert(readingVisitor).values({ visitId: row.id, name, note }).run()
    },
    /** A notice was opened; a second time it is noted already. */
    addMaterial: (row: typeof readingMaterial.$inferInsert): void => {
      db.insert(readingMaterial).values(row).onConflictDoNothing().run()
    },
    /** A sheet is wanted; a second time it is noted already. */
    addSheet: (row: typeof readingSheet.$inferInsert): void => {
      db.insert(readingSheet).values(row).onConflictDoNothing().run()
    },
    /** What the desk said to it. */
    endSheet: (row: typeof readingSheetEnd.$inferInsert): void => {
      db.insert(readingSheetEnd).values(row).run()
    },
    /** Erases names and notes of visits before a day and of ones that a wrong clock put after today, and says of how many. */
    eraseNamesBefore: (day: string, today: string): number => {
      const old = db.select({ id: readingVisit.id }).from(readingVisit).where(timeIsOver(day, today))
      return db.delete(readingVisitor).where(inArray(readingVisitor.visitId, old)).run().changes
    },
  }
}
