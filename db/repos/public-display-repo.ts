import type { CivilDate } from '../../domain/notice/content.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import {
  displayResult,
  displayResultDecision,
  displayRun,
  displayStop,
  objection,
  objectionEntry,
  publicDisplay,
} from '../schema/public-display.ts'

const { asc, desc, eq, inArray, max } = orm

/** A display as stored. */
export type StoredDisplay = typeof publicDisplay.$inferSelect
/** A span of a display as stored. */
export type StoredDisplayRun = typeof displayRun.$inferSelect
/** What stopped a span, with the person's name. */
export type StoredDisplayStop = typeof displayStop.$inferSelect & { readonly byName: string }
/** An objection as stored. */
export type StoredObjection = typeof objection.$inferSelect
/** An answer or merger with the person's name. */
export type StoredObjectionEntry = typeof objectionEntry.$inferSelect & { readonly byName: string }
/** A proposed result with what became of it. */
export type StoredDisplayResult = typeof displayResult.$inferSelect & {
  readonly decided: typeof displayResultDecision.$inferSelect | null
}

/** A display with everything on record of it, oldest first. */
export type DisplayRecord = {
  readonly display: StoredDisplay
  readonly runs: readonly StoredDisplayRun[]
  readonly stops: readonly StoredDisplayStop[]
  readonly objections: readonly StoredObjection[]
  readonly entries: readonly StoredObjectionEntry[]
  readonly results: readonly StoredDisplayResult[]
}

/** A display that hangs, as the kiosk's first page lists it. */
export type EndingDisplay = {
  readonly editionId: number
  readonly indexNumber: string
  readonly title: string
}

// A display is done with when its newest span was taken away or its result is confirmed, and nobody waits for an answer.
const UNDER_WAY = `
  SELECT d.id FROM public_display d
  JOIN display_run r ON r.display_id = d.id
    AND r.number = (SELECT max(number) FROM display_run WHERE display_id = d.id)
  WHERE EXISTS (SELECT 1 FROM objection o WHERE o.display_id = d.id
      AND NOT EXISTS (SELECT 1 FROM objection_entry e WHERE e.objection_id = o.id))
    OR (NOT EXISTS (SELECT 1 FROM display_stop s WHERE s.run_sequence = r.sequence AND s.kind <> 'INTERRUPTED')
      AND NOT EXISTS (SELECT 1 FROM display_result p JOIN display_result_decision c ON c.result_id = p.id
        WHERE p.display_id = d.id AND p.run_sequence = r.sequence AND c.decision = 'CONFIRMED'))`

/**
 * Reading public displays.
 * @example publicDisplayReads(db).ofNotice(noticeId)?.display.id
 */
export function publicDisplayReads(db: Drizzle) {
  const records = (displays: readonly StoredDisplay[]): DisplayRecord[] => {
    const ids = displays.map(({ id }) => id)
    if (ids.length === 0) return []
    const by = <T extends { readonly displayId: string }>(rows: readonly T[]) =>
      Map.groupBy(rows, (row) => row.displayId)
    const runs = by(
      db
        .select()
        .from(displayRun)
        .where(inArray(displayRun.displayId, ids))
        .orderBy(asc(displayRun.sequence))
        .all(),
    )
    const stops = by(
      db
        .select()
        .from(displayStop)
        .innerJoin(account, eq(account.id, displayStop.accountId))
        .where(inArray(displayStop.displayId, ids))
        .orderBy(asc(displayStop.sequence))
        .all()
        .map((row) => ({ ...row.display_stop, byName: row.account.name })),
    )
    const objections = by(
      db
        .select()
        .from(objection)
        .where(inArray(objection.displayId, ids))
        .orderBy(asc(objection.number))
        .all(),
    )
    const entries = by(
      db
        .select()
        .from(objectionEntry)
        .innerJoin(objection, eq(objection.id, objectionEntry.objectionId))
        .innerJoin(account, eq(account.id, objectionEntry.accountId))
        .where(inArray(objection.displayId, ids))
        .orderBy(asc(objectionEntry.sequence))
        .all()
        .map((row) => ({
          ...row.objection_entry,
          byName: row.account.name,
          displayId: row.objection.displayId,
        })),
    )
    const results = by(
      db
        .select()
        .from(displayResult)
        .leftJoin(displayResultDecision, eq(displayResultDecision.resultId, displayResult.id))
        .where(inArray(displayResult.displayId, ids))
        .orderBy(asc(displayResult.id))
        .all()
        .map((row) => ({ ...row.display_result, decided: row.display_result_decision })),
    )
    return displays.map((display) => ({
      display,
      runs: runs.get(display.id) ?? [],
      stops: stops.get(display.id) ?? [],
      objections: objections.get(display.id) ?? [],
      entries: entries.get(display.id) ?? [],
      results: results.get(display.id) ?? [],
    }))
  }
  const one = (found: StoredDisplay | undefined): DisplayRecord | undefined => found && records([found])[0]
  const underWay = db.$client.prepare(UNDER_WAY).pluck()
  // From the few that hang to their editions: asked the other way round it would look at every edition on the board.
  const ending = db.$client.prepare(
    `SELECT e.id AS editionId, e.index_number AS indexNumber, e.title, r.display_id AS displayId
     FROM display_run r
     CROSS JOIN public_display d ON d.id = r.display_id
     CROSS JOIN edition e ON e.notice_id = d.notice_id AND e.state = 'PUBLISHED'
     WHERE r.ends_on >= $today AND r.starts_on <= $today
       AND NOT EXISTS (SELECT 1 FROM display_stop s WHERE s.run_sequence = r.sequence)
       AND NOT EXISTS (SELECT 1 FROM display_run n WHERE n.display_id = r.display_id AND n.number > r.number)
     ORDER BY r.ends_on, r.sequence LIMIT $limit`,
  )
  return {
    /** One display with all that is on record of it. */
    byId: (id: string): DisplayRecord | undefined =>
      one(db.select().from(publicDisplay).where(eq(publicDisplay.id, id)).get()),
    /** The newest display of a notice. */
    ofNotice: (noticeId: string): DisplayRecord | undefined =>
      one(
        db
          .select()
          .from(publicDisplay)
          .where(eq(publicDisplay.noticeId, noticeId))
          .orderBy(desc(publicDisplay.id))
          .limit(1)
          .get(),
      ),
    /** Displays that are not done with, or of which an objection waits for its answer. */
    underWay: (): DisplayRecord[] => {
      const ids = underWay.all() as string[]
      return ids.length === 0
        ? []
        : records(
            db
              .select()
              .from(publicDisplay)
              .where(inArray(publicDisplay.id, ids))
              .orderBy(asc(publicDisplay.id))
              .all(),
          )
    },
    /** All displays, newest first, before one of them. */
    page: (before: string | null, limit: number): DisplayRecord[] =>
      records(
        db
          .select()
          .from(publicDisplay)
          .where(before === null ? undefined : orm.lt(publicDisplay.id, before))
          .orderBy(desc(publicDisplay.id))
          .limit(limit)
          .all(),
      ),
    /** What hangs on a day, what ends first in front; by the last day that was announced. */
    ending: (today: CivilDate, limit: number): (EndingDisplay & { readonly displayId: string })[] =>
      ending.all({ today, limit }) as (EndingDisplay & { readonly displayId: string })[],
  }
}

/**
 * Writing public displays; everything is only ever added.
 * @example publicDisplayWrites(db).addRun(run)
 */
export function publicDisplayWrites(db: Drizzle) {
  const after = (last: number | null | undefined): number => (last ?? 0) + 1
  return {
    /** Begins a display. */
    insert: (row: StoredDisplay): void => {
      db.insert(publicDisplay).values(row).run()
    },
    /** Adds a span, numbered within its display; gives its sequence. */
    addRun: (row: Omit<StoredDisplayRun, 'sequence' | 'number'>): number => {
      const sequence = after(
        db
          .select({ last: max(displayRun.sequence) })
          .from(displayRun)
          .get()?.last,
      )
      const number = after(
        db
          .select({ last: max(displayRun.number) })
          .from(displayRun)
          .where(eq(displayRun.displayId, row.displayId))
          .get()?.last,
      )
      db.insert(displayRun)
        .values({ ...row, sequence, number })
        .run()
      return sequence
    },
    /** Stops a span. */
    addStop: (row: Omit<typeof displayStop.$inferSelect, 'sequence'>): void => {
      const sequence = after(
        db
          .select({ last: max(displayStop.sequence) })
          .from(displayStop)
          .get()?.last,
      )
      db.insert(displayStop)
        .values({ ...row, sequence })
        .run()
    },
    /** Puts an objection on record, numbered within its display; gives its number. */
    addObjection: (row: Omit<StoredObjection, 'number'>): number => {
      const number = after(
        db
          .select({ last: max(objection.number) })
          .from(objection)
          .where(eq(objection.displayId, row.displayId))
          .get()?.last,
      )
      db.insert(objection)
        .values({ ...row, number })
        .run()
      return number
    },
    /** Adds an answer or a merger. */
    addEntry: (row: Omit<typeof objectionEntry.$inferSelect, 'sequence'>): void => {
      const sequence = after(
        db
          .select({ last: max(objectionEntry.sequence) })
          .from(objectionEntry)
          .get()?.last,
      )
      db.insert(objectionEntry)
        .values({ ...row, sequence })
        .run()
    },
    /** Proposes a result. */
    addResult: (row: typeof displayResult.$inferSelect): void => {
      db.insert(displayResult).values(row).run()
    },
    /** Says what became of a proposed result. */
    decideResult: (row: typeof displayResultDecision.$inferSelect): void => {
      db.insert(displayResultDecision).values(row).run()
    },
  }
}
