import type { Screen, ScreenDefinition } from '../../domain/signage/screen.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { screen, screenEnd, screenVersion, takeoverScreen } from '../schema/screen.ts'

const { and, asc, count, desc, eq, isNull, lte, sql } = orm

/** A screen as its newest version has it, with who set that. */
export type StoredScreen = {
  readonly screen: Screen
  readonly version: number
  readonly by: string
  readonly at: string
  /** Null while it is in use. */
  readonly endedAt: string | null
}

type VersionRow = typeof screenVersion.$inferSelect

function toScreen({ screenId, unitId, definition }: VersionRow): Screen {
  return { id: screenId, unitId, ...definition }
}

/**
 * Reading the screens of the office.
 * @example screenReads(db).byId(id)?.screen.name // '大厅电视'
 */
export function screenReads(db: Drizzle) {
  const whole = () =>
    db
      .select({ version: screenVersion, by: account.name, endedAt: screenEnd.at })
      .from(screenVersion)
      .innerJoin(account, eq(account.id, screenVersion.accountId))
      .leftJoin(screenEnd, eq(screenEnd.screenId, screenVersion.screenId))
  const stored = (row: { version: VersionRow; by: string; endedAt: string | null }): StoredScreen => ({
    ...{ screen: toScreen(row.version), version: row.version.number },
    ...{ by: row.by, at: row.version.at, endedAt: row.endedAt },
  })
  const newest = whole()
    .where(eq(screenVersion.screenId, sql.placeholder('id')))
    .orderBy(desc(screenVersion.number))
    .limit(1)
    .prepare()
  return {
    /** One screen in its newest version, ended or not. */
    byId: (id: string): StoredScreen | undefined => {
      const row = newest.get({ id })
      return row && stored(row)
    },
    /** Screens in use in the order they were made; some dozen at most. */
    list: (): StoredScreen[] =>
      db
        .select({ id: screen.id })
        .from(screen)
        .leftJoin(screenEnd, eq(screenEnd.screenId, screen.id))
        .where(isNull(screenEnd.screenId))
        .orderBy(asc(screen.id))
        .all()
        .flatMap(({ id }) => {
          const row = newest.get({ id })
          return row ? [stored(row)] : []
        }),
    /** Its number among all screens ever registered, from 1; never given twice. */
    numberOf: (id: string): number =>
      db
        .select({ number: count() })
        .from(screen)
        .where(sql`rowid <= (SELECT rowid FROM screen WHERE id = ${id})`)
        .get()?.number ?? 0,
    /** The id of the screen with a number. */
    byNumber: (number: number): string | undefined =>
      db
        .select({ id: screen.id })
        .from(screen)
        .orderBy(asc(sql`rowid`))
        .limit(1)
        .offset(number - 1)
        .get()?.id,
    /** How it stood at an instant; undefined before it was there. */
    asOf: (id: string, instant: string): Screen | undefined => {
      const row = db
        .select()
        .from(screenVersion)
        .where(and(eq(screenVersion.screenId, id), lte(screenVersion.at, instant)))
        .orderBy(desc(screenVersion.number))
        .limit(1)
        .get()
      return row && toScreen(row)
    },
    /** Its versions in the order they were set, each from an instant on. */
    versions: (id: string): { readonly at: string; readonly screen: Screen }[] =>
      db
        .select()
        .from(screenVersion)
        .where(eq(screenVersion.screenId, id))
        .orderBy(asc(screenVersion.number))
        .all()
        .map((row) => ({ at: row.at, screen: toScreen(row) })),
    /** Which screens a notice takes over; null means all. */
    targets: (noticeId: string): readonly string[] | null =>
      db.select().from(takeoverScreen).where(eq(takeoverScreen.noticeId, noticeId)).get()?.screenIds ?? null,
  }
}

/**
 * Writing screens; only inside a transaction.
 * @example screenWrites(db).addVersion({ screenId, number: 2, unitId, definition, accountId, at })
 */
export function screenWrites(db: Drizzle) {
  return {
    /** Adds a screen; its first version is added beside it. */
    add: (row: typeof screen.$inferInsert): void => {
      db.insert(screen).values(row).run()
    },
    /** Adds the next version. */
    addVersion: (
      row: Omit<typeof screenVersion.$inferInsert, 'definition' | 'unitId'> & {
        readonly definition: ScreenDefinition
      },
    ): void => {
      const { unitId, ...definition } = row.definition
      db.insert(screenVersion)
        .values({ ...row, unitId, definition })
        .run()
    },
    /** Ends it; a second end breaks the primary key. */
    end: (row: typeof screenEnd.$inferInsert): void => {
      db.insert(screenEnd).values(row).run()
    },
    /** Says which screens an emergency notice takes over. */
    target: (noticeId: string, screenIds: readonly string[]): void => {
      db.insert(takeoverScreen).values({ noticeId, screenIds }).run()
    },
  }
}
