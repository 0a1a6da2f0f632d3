import type { Duty, DutyClosing, DutyGround, DutyState } from '../../domain/duty/duty.ts'
import type { DueTerm } from '../../domain/duty/due.ts'
import type { Moment } from '../../domain/duty/duty-state.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { duty, dutyEntry, dutyGround } from '../schema/duty.ts'
import { conditionsOf, type DutyCursor, type DutyFilter, STATE_SQL } from './duty-filter.ts'

const { and, asc, eq, isNull, sql } = orm

/** A duty with the rule by which it is due. */
export type StoredDuty = Duty & {
  readonly ground: DutyGround
  /** The first stage of the matter, for a later one. */
  readonly stageOf: string | null
}

/** A line of a duty's history as stored. */
export type StoredDutyEntry = typeof dutyEntry.$inferSelect

/** A duty to be added. */
export type NewDuty = Omit<Duty, 'closing'> & {
  readonly groundId: number
  readonly createdAt: string
  readonly stageOf?: string | null
}

/** Numbers of the today page. */
export type DutyCounts = {
  readonly overdue: number
  readonly dueToday: number
  readonly dueSoon: number
  readonly unconfirmed: number
}

/** How many duties of a state are due on a day. */
export type DayCount = { readonly due: CivilDate; readonly state: DutyState; readonly count: number }

/** A cell of the table of items and units. */
export type MatrixCell = {
  readonly id: string
  readonly itemId: string
  readonly unitId: string
  readonly title: string
  readonly state: DutyState
  readonly due: CivilDate
  readonly closedOn: CivilDate | null
}

/** A notice that is being written for a duty. */
export type DutyDraft = {
  readonly dutyId: string
  readonly noticeId: string
  readonly title: string
  readonly state: string
}

type Row = typeof duty.$inferSelect & { readonly ground: string }

const COLUMNS = `d.id, d.kind, d.unit_id AS unitId, d.item_id AS itemId, d.regime, d.title, d.period, d.event, d.stage,
  d.stage_name AS stageName, d.stage_of AS stageOf, d.policy_notice_id AS policyNoticeId, d.term, d.starts_on AS startsOn, d.target, d.due,
  d.due_at AS dueAt, d.provisional, d.assignee_id AS assigneeId, d.closing, d.closed_at AS closedAt,
  d.closed_on AS closedOn, d.closed_by AS closedBy, d.closed_notice_id AS closedNoticeId,
  d.closed_reason AS closedReason, d.closed_clock_doubt AS closedClockDoubt, g.ground`
// CROSS: the ground is looked up for each duty, never the other way round.
const FROM = 'FROM duty d CROSS JOIN duty_ground g ON g.id = d.ground_id'

function stored(row: Row): StoredDuty {
  const { closing, closedAt, closedOn, closedBy, closedNoticeId, closedReason, closedClockDoubt, ...rest } =
    row
  return {
    ...rest,
    term: JSON.parse(row.term as unknown as string) as DueTerm,
    ground: JSON.parse(row.ground) as DutyGround,
    provisional: Boolean(row.provisional),
    closing:
      closing === null
        ? null
        : {
            kind: closing,
            at: closedAt ?? '',
            on: closedOn ?? '',
            // Closed by the program itself: its item is gone.
            accountId: closedBy ?? '',
            noticeId: closedNoticeId,
            reason: closedReason,
            clockDoubt: Boolean(closedClockDoubt),
          },
  }
}

/**
 * Reading duties. States are asked for at a moment, because they are not stored.
 * @example dutyReads(db).byId(id)?.due
 */
export function dutyReads(db: Drizzle) {
  const database = db.$client
  const byId = database.prepare<[string]>(`SELECT ${COLUMNS} ${FROM} WHERE d.id = ?`)
  const drafts = database.prepare<[string]>(
    `SELECT p.duty_id AS dutyId, n.id AS noticeId, n.title, n.state FROM notice_placement p JOIN notice n ON n.id = p.notice_id
     WHERE p.duty_id IN (SELECT value FROM json_each(?)) AND n.state NOT IN ('PUBLISHED', 'WITHDRAWN')`,
  )
  const oldestOpen = database.prepare<[string, string, string]>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.item_id = ? AND d.unit_id = ? AND d.starts_on <= ? AND d.closing IS NULL
       AND d.kind <> 'INTERPRETATION' ORDER BY d.due, d.id LIMIT 1`,
  )
  const openOfItem = database.prepare<[string, string]>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.item_id = ? AND d.unit_id = ? AND d.closing IS NULL ORDER BY d.due, d.id`,
  )
  const list = (where: string, values: Readonly<Record<string, unknown>>, limit: number): StoredDuty[] =>
    (
      database
        .prepare(`SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY d.due, d.id LIMIT $limit`)
        .all({ ...values, limit }) as Row[]
    ).map(stored)
  return {
    /** One duty. */
    byId: (id: string): StoredDuty | undefined => {
      const row = byId.get(id) as Row | undefined
      return row && stored(row)
    },
    /** A page, soonest first, after the cursor. */
    page: (filter: DutyFilter, moment: Moment, cursor: DutyCursor | null, limit: number): StoredDuty[] => {
      const { sql: where, values } = conditionsOf(filter, moment)
      return cursor === null
        ? list(where, values, limit)
        : list(
            `${where} AND (d.due, d.id) > ($cursorDue, $cursorId)`,
            { ...values, cursorDue: cursor.due, cursorId: cursor.id },
            limit,
          )
    },
    /** How many a filter finds. */
    count: (filter: DutyFilter, moment: Moment): number => {
      const { sql: where, values } = conditionsOf(filter, moment)
      const row = database.prepare(`SELECT count(*) AS n FROM duty d WHERE ${where}`).get(values) as {
        n: number
      }
      return row.n
    },
    /** Duties open on a day in the past or today, that had begun then or are due until `until`; soonest first. */
    openOn: (filter: DutyFilter, on: CivilDate, until: CivilDate, moment: Moment): StoredDuty[] => {
      const { sql: where, values } = conditionsOf(filter, moment)
      const open = `(d.closing IS NULL OR d.closed_on > $on) AND (d.starts_on <= $on OR d.due <= $until)`
      return list(`${open} AND ${where}`, { ...values, on, until }, -1)
    },
    /** The numbers of the today page; only open duties within the days that matter are looked at. */
    counts: (filter: DutyFilter, moment: Moment): DutyCounts => {
      const { sql: where, values } = conditionsOf(filter, moment)
      const row = database
        .prepare(
          `SELECT count(*) FILTER (WHERE d.due < $today OR d.due_at < $now) AS overdue,
             count(*) FILTER (WHERE d.due = $today AND (d.due_at IS NULL OR d.due_at >= $now)) AS dueToday,
             count(*) FILTER (WHERE d.due > $today) AS dueSoon
           FROM duty d WHERE d.closing IS NULL AND d.due <= $soonUntil AND ${where}`,
        )
        .get({ ...values, ...moment }) as Omit<DutyCounts, 'unconfirmed'>
      const unconfirmed = database
        .prepare(
          `SELECT count(*) AS n FROM duty d WHERE d.closed_clock_doubt = 1 AND d.closing IS NOT NULL AND ${where}`,
        )
        .get(values) as { n: number }
      return { ...row, unconfirmed: unconfirmed.n }
    },
    /** Duties closed while the clock was in doubt, soonest first. */
    unconfirmed: (filter: DutyFilter, moment: Moment, limit: number): StoredDuty[] => {
      const { sql: where, values } = conditionsOf(filter, moment)
      return list(`d.closed_clock_doubt = 1 AND d.closing IS NOT NULL AND ${where}`, values, limit)
    },
    /** How many of what are due on which day; the filter says from and to. */
    dayCounts: (filter: DutyFilter, moment: Moment): DayCount[] => {
      const { sql: where, values } = conditionsOf(filter, moment)
      return database
        .prepare(
          `SELECT d.due, ${STATE_SQL} AS state, count(*) AS count FROM duty d WHERE ${where} GROUP BY 1, 2 ORDER BY 1`,
        )
        .all({ ...values, ...moment }) as DayCount[]
    },
    /** The first few duties of each day, open ones before closed ones; the filter says from and to. */
    firstOfDays: (
      filter: DutyFilter,
      moment: Moment,
      most: number,
    ): (Pick<Duty, 'id' | 'title' | 'unitId' | 'period' | 'due'> & { readonly state: DutyState })[] => {
      const { sql: where, values } = conditionsOf(filter, moment)
      return database
        .prepare(
          `WITH ranked AS (SELECT d.id, row_number() OVER (PARTITION BY d.due ORDER BY d.closing IS NOT NULL, d.id) AS place
             FROM duty d WHERE ${where})
           SELECT d.id, d.title, d.unit_id AS unitId, d.period, d.due, ${STATE_SQL} AS state
           FROM ranked r JOIN duty d ON d.id = r.id WHERE r.place <= $most ORDER BY d.due, r.place`,
        )
        .all({ ...values, ...moment, most }) as ReturnType<ReturnType<typeof dutyReads>['firstOfDays']>
    },
    /** Names of periods a regime has duties in, in no order. */
    periods: (regime: Regime): string[] =>
      database
        .prepare<[string], { period: string }>(
          `SELECT DISTINCT period FROM duty INDEXED BY duty_regime_period WHERE regime = ? AND period <> ''`,
        )
        .all(regime)
        .map(({ period }) => period),
    /** All duties of a regime and period, by item. */
    matrix: (regime: Regime, period: string, moment: Moment): MatrixCell[] =>
      database
        .prepare(
          `SELECT d.id, d.item_id AS itemId, d.unit_id AS unitId, d.title, ${STATE_SQL} AS state, d.due, d.closed_on AS closedOn
           FROM duty d WHERE d.regime = $regime AND d.period = $period AND d.period <> '' AND d.item_id IS NOT NULL
           ORDER BY d.title, d.item_id`,
        )
        .all({ regime, period, ...moment }) as MatrixCell[],
    /** Notices under way for some duties. */
    drafts: (ids: readonly string[]): DutyDraft[] => drafts.all(JSON.stringify(ids)) as DutyDraft[],
    /** The oldest open duty of an item in a unit that can be worked off on a day. */
    oldestOpen: (itemId: string, unitId: string, on: CivilDate): StoredDuty | undefined => {
      const row = oldestOpen.get(itemId, unitId, on) as Row | undefined
      return row && stored(row)
    },
    /** All open duties of an item in a unit, soonest first. */
    openOfItem: (itemId: string, unitId: string): StoredDuty[] =>
      (openOfItem.all(itemId, unitId) as Row[]).map(stored),
    /** The duty of interpreting a policy document. */
    interpretationOf: (policyNoticeId: string): StoredDuty | undefined =>
      list(`d.policy_notice_id = $policyNoticeId AND d.kind = 'INTERPRETATION'`, { policyNoticeId }, 1)[0],
    /** Duties that stand closed by a notice. */
    closedBy: (noticeId: string): StoredDuty[] => list('d.closed_notice_id = $noticeId', { noticeId }, -1),
    /** Open duties that a notice had closed before, the one closed last first. */
    formerlyClosedBy: (noticeId: string): StoredDuty[] =>
      (
        database
          .prepare<[string]>(
            `SELECT ${COLUMNS} ${FROM} JOIN duty_entry e ON e.duty_id = d.id
             WHERE e.notice_id = ? AND e.action = 'CLOSED' AND d.closing IS NULL GROUP BY d.id ORDER BY max(e.sequence) DESC`,
          )
          .all(noticeId) as Row[]
      ).map(stored),
    /** A later stage of a matter, by the id of its first one. */
    stage: (firstId: string, stage: number): StoredDuty | undefined =>
      list('d.stage_of = $firstId AND d.stage = $stage', { firstId, stage }, 1)[0],
    /** Duties of an event of one day in a unit, those let off left out; later stages bear the event's words too. */
    ofEvent: (of: Pick<Duty, 'itemId' | 'unitId' | 'event' | 'startsOn'>): StoredDuty[] => {
      const { itemId, unitId, event, startsOn } = of
      return list(
        `d.item_id = $itemId AND d.unit_id = $unitId AND d.event = $event AND d.starts_on = $startsOn
           AND d.period = '' AND d.stage_of IS NULL AND d.closing IS NOT 'WAIVED'`,
        { itemId, unitId, event, startsOn },
        -1,
      )
    },
    /** The history of a duty, oldest first. */
    entries: (dutyId: string): StoredDutyEntry[] =>
      db.select().from(dutyEntry).where(eq(dutyEntry.dutyId, dutyId)).orderBy(asc(dutyEntry.sequence)).all(),
  }
}

/**
 * Writing duties. None is ever deleted, and everything that happens to one stands in its history.
 * @example dutyWrites(db).insert(duty)
 */
export function dutyWrites(db: Drizzle) {
  return {
    /** The number of a ground, which thousands of duties share; made at first use. */
    groundId: (ground: DutyGround): number => {
      const text = canonicalJson(ground)
      db.$client.prepare('INSERT INTO duty_ground (ground) VALUES (?) ON CONFLICT DO NOTHING').run(text)
      const row = db
        .select({ id: dutyGround.id })
        .from(dutyGround)
        .where(sql`${dutyGround.ground} = ${text}`)
        .get()
      if (!row) throw new Error('the ground was written a line above')
      return row.id
    },
    /** Adds a duty; false when unit, item and period, or the policy, have theirs already. */
    insert: (row: NewDuty): boolean =>
      db
        .insert(duty)
        // Canonical, so that equal terms are equal texts.
        .values({ ...row, term: sql`${canonicalJson(row.term)}` })
        .onConflictDoNothing()
        .run().changes === 1,
    /** Closes an open duty; `accountId` null when the program itself does. */
    close: (
      id: string,
      closing: Omit<DutyClosing, 'accountId'> & { readonly accountId: string | null },
    ): void => {
      db.update(duty)
        .set({
          closing: closing.kind,
          closedAt: closing.at,
          closedOn: closing.on,
          closedBy: closing.accountId,
          closedNoticeId: closing.noticeId,
          closedReason: closing.reason,
          closedClockDoubt: closing.clockDoubt,
        })
        .where(and(eq(duty.id, id), isNull(duty.closing)))
        .run()
    },
    /** Opens a duty again. */
    reopen: (id: string): void => {
      db.update(duty)
        .set({
          closing: null,
          closedAt: null,
          closedOn: null,
          closedBy: null,
          closedNoticeId: null,
          closedReason: '',
          closedClockDoubt: false,
        })
        .where(eq(duty.id, id))
        .run()
    },
    /** Says on which day a duty was closed, and that the day is to be believed. */
    confirm: (id: string, on: CivilDate): void => {
      db.update(duty).set({ closedOn: on, closedClockDoubt: false }).where(eq(duty.id, id)).run()
    },
    /** Puts somebody in charge, or nobody. */
    assign: (id: string, assigneeId: string | null): void => {
      db.update(duty).set({ assigneeId }).where(eq(duty.id, id)).run()
    },
    /** Gives a duty another term. */
    setTerm: (
      id: string,
      to: Pick<Duty, 'term' | 'startsOn' | 'target' | 'due' | 'dueAt' | 'provisional'> & {
        readonly groundId?: number
      },
    ): void => {
      db.update(duty)
        .set({ ...to, term: sql`${canonicalJson(to.term)}` })
        .where(eq(duty.id, id))
        .run()
    },
    /** Adds a line to a duty's history. */
    addEntry: (
      entry: Omit<
        StoredDutyEntry,
        'sequence' | 'calendarChangeId' | 'formerDue' | 'due' | 'closing' | 'noticeId'
      > &
        Partial<StoredDutyEntry>,
    ): void => {
      db.insert(dutyEntry).values(entry).run()
    },
  }
}
