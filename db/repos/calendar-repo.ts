import type { CalendarDay, CalendarYear } from '../../domain/duty/calendar/working-calendar.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { calendarChange, calendarDay, calendarKey, calendarYear, dutyUpkeep } from '../schema/calendar.ts'
import { duty, dutyEntry } from '../schema/duty.ts'
import { account } from '../schema/office.ts'

const { and, asc, desc, eq, gte, isNull, max, sql } = orm

/** A change with the name of the person who made it. */
export type StoredCalendarChange = typeof calendarChange.$inferSelect & { readonly byName: string }

/** A local day that holds. */
export type StoredLocalDay = CalendarDay & { readonly id: number; readonly reason: string }

/** A national year that was taken in, in its newest version. */
export type StoredCalendarYear = CalendarYear & { readonly version: number }

/** A key whose calendar files are believed. */
export type StoredCalendarKey = typeof calendarKey.$inferSelect

/** A duty that a change of the calendar moved. */
export type MovedDuty = {
  readonly dutyId: string
  readonly title: string
  readonly unitId: string
  readonly formerDue: string
  readonly due: string
}

/**
 * Reading the calendar.
 * @example calendarReads(db).years()
 */
export function calendarReads(db: Drizzle) {
  const changes = () =>
    db
      .select()
      .from(calendarChange)
      .innerJoin(account, eq(account.id, calendarChange.accountId))
      .orderBy(desc(calendarChange.id))
  const named = (row: {
    calendar_change: typeof calendarChange.$inferSelect
    account: { name: string }
  }): StoredCalendarChange => ({ ...row.calendar_change, byName: row.account.name })
  const localDays = (id?: number): StoredLocalDay[] =>
    db
      .select({
        id: calendarDay.id,
        date: calendarDay.date,
        kind: calendarDay.kind,
        name: calendarDay.name,
        reason: calendarDay.reason,
      })
      .from(calendarDay)
      .where(
        and(isNull(calendarDay.removedByChangeId), id === undefined ? undefined : eq(calendarDay.id, id)),
      )
      .orderBy(asc(calendarDay.date))
      .all()
  return {
    /** The years that were taken in, each in its newest version, ascending. */
    years: (): StoredCalendarYear[] => {
      const newest = db
        .select({ year: calendarYear.year, version: max(calendarYear.version).as('newest') })
        .from(calendarYear)
        .groupBy(calendarYear.year)
        .as('newest_of_year')
      return db
        .select({
          year: calendarYear.year,
          version: calendarYear.version,
          source: calendarYear.source,
          days: calendarYear.days,
        })
        .from(calendarYear)
        .innerJoin(newest, and(eq(newest.year, calendarYear.year), eq(newest.version, calendarYear.version)))
        .orderBy(asc(calendarYear.year))
        .all()
    },
    /** The local days that hold, by date. */
    localDays: (): StoredLocalDay[] => localDays(),
    /** One local day that holds. */
    localDay: (id: number): StoredLocalDay | undefined => localDays(id)[0],
    /** Keys whose files are believed, in the order of acceptance. */
    keys: (): StoredCalendarKey[] =>
      db.select().from(calendarKey).orderBy(asc(calendarKey.acceptedAt), asc(calendarKey.fingerprint)).all(),
    /** One key. */
    key: (fingerprint: string): StoredCalendarKey | undefined =>
      db.select().from(calendarKey).where(eq(calendarKey.fingerprint, fingerprint)).get(),
    /** Changes, newest first; with `since` (an instant) only those from then on. */
    changes: (limit: number, since?: string): StoredCalendarChange[] =>
      changes()
        .where(since === undefined ? undefined : gte(calendarChange.at, since))
        .limit(limit)
        .all()
        .map(named),
    /** One change. */
    change: (id: number): StoredCalendarChange | undefined => {
      const row = changes().where(eq(calendarChange.id, id)).get()
      return row && named(row)
    },
    /** Ids of the changes after which the duties were not yet reckoned anew, oldest first. */
    unreckoned: (): number[] =>
      db
        .select({ id: calendarChange.id })
        .from(calendarChange)
        .where(isNull(calendarChange.movedCount))
        .orderBy(asc(calendarChange.id))
        .all()
        .map(({ id }) => id),
    /** How many duties a change moved, in however many runs. */
    movedBy: (changeId: number): number =>
      db
        .select({ n: sql<number>`count(*)` })
        .from(dutyEntry)
        .where(and(eq(dutyEntry.calendarChangeId, changeId), eq(dutyEntry.action, 'MOVED')))
        .get()?.n ?? 0,
    /** The first duties a change moved, in the order of the new due date. */
    moved: (changeId: number, limit: number): MovedDuty[] =>
      db
        .select({
          dutyId: duty.id,
          title: duty.title,
          unitId: duty.unitId,
          formerDue: sql<string>`coalesce(${dutyEntry.formerDue}, '')`,
          due: sql<string>`coalesce(${dutyEntry.due}, '')`,
        })
        .from(dutyEntry)
        .innerJoin(duty, eq(duty.id, dutyEntry.dutyId))
        .where(and(eq(dutyEntry.calendarChangeId, changeId), eq(dutyEntry.action, 'MOVED')))
        .orderBy(asc(dutyEntry.due), asc(dutyEntry.sequence))
        .limit(limit)
        .all(),
    /** What the duties were last reckoned with; undefined before the first time. */
    upkeep: (): typeof dutyUpkeep.$inferSelect | undefined => db.select().from(dutyUpkeep).get(),
  }
}

/**
 * Writing the calendar.
 * @example calendarWrites(db).addChange(change)
 */
export function calendarWrites(db: Drizzle) {
  return {
    /** Notes a change before what it changes; gives its id. */
    addChange: (change: Omit<typeof calendarChange.$inferInsert, 'id' | 'movedCount'>): number =>
      Number(db.insert(calendarChange).values(change).run().lastInsertRowid),
    /** Adds the next version of a year. */
    addYear: (year: CalendarYear, changeId: number): void => {
      const [latest] = db
        .select({ version: max(calendarYear.version) })
        .from(calendarYear)
        .where(eq(calendarYear.year, year.year))
        .all()
      db.insert(calendarYear)
        .values({ ...year, version: (latest?.version ?? 0) + 1, changeId })
        .run()
    },
    /** Adds a local day; gives its id. */
    addLocalDay: (day: Omit<StoredLocalDay, 'id'>, changeId: number): number =>
      Number(
        db
          .insert(calendarDay)
          .values({ ...day, changeId })
          .run().lastInsertRowid,
      ),
    /** Takes a local day back; its row stays. */
    removeLocalDay: (id: number, changeId: number): void => {
      db.update(calendarDay).set({ removedByChangeId: changeId }).where(eq(calendarDay.id, id)).run()
    },
    /** Puts a key among those that are believed. */
    addKey: (key: StoredCalendarKey): void => {
      db.insert(calendarKey).values(key).run()
    },
    /** Notes how many open duties a change moved. */
    setMovedCount: (changeId: number, movedCount: number): void => {
      db.update(calendarChange).set({ movedCount }).where(eq(calendarChange.id, changeId)).run()
    },
    /** Notes what the duties were reckoned with. */
    setUpkeep: (upkeep: Omit<typeof dutyUpkeep.$inferSelect, 'only'>): void => {
      db.insert(dutyUpkeep)
        .values({ only: 1, ...upkeep })
        .onConflictDoUpdate({ target: dutyUpkeep.only, set: upkeep })
        .run()
    },
  }
}
