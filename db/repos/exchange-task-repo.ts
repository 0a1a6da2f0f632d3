import { type Drizzle, orm } from '../drizzle.ts'
import { edition, outbox } from '../schema/edition.ts'
import { account } from '../schema/office.ts'
import { exchangeTask, exchangeTaskEnd, receipt } from '../schema/receipt.ts'

const { asc, desc, eq, sql } = orm

/** A rejected change as stored. */
export type StoredExchangeTask = typeof exchangeTask.$inferSelect

/** How it ended, as stored. */
export type StoredExchangeTaskEnd = typeof exchangeTaskEnd.$inferSelect

/** A task with what the desk says of it. */
export type ExchangeTaskRow = StoredExchangeTask & {
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly noticeId: string
  readonly title: string
  readonly indexNumber: string
  readonly editionNumber: number
  readonly editionState: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly receiptNumber: number
  readonly sequence: number
  readonly end: (StoredExchangeTaskEnd & { readonly byName: string | null }) | null
}

/** What of an open task decides how it ends. */
export type OpenTask = {
  readonly id: string
  readonly noticeId: string
  readonly kind: 'EDITION' | 'WITHDRAWAL'
  readonly editionNumber: number
}

/**
 * Reading what the county rejected.
 * @example exchangeTaskReads(db).openCount()
 */
export function exchangeTaskReads(db: Drizzle) {
  const rows = () =>
    db
      .select({
        task: exchangeTask,
        end: exchangeTaskEnd,
        byName: account.name,
        kind: outbox.kind,
        noticeId: edition.noticeId,
        title: edition.title,
        indexNumber: edition.indexNumber,
        editionNumber: edition.editionNumber,
        editionState: edition.state,
        receiptNumber: receipt.number,
        sequence: receipt.sequence,
      })
      .from(exchangeTask)
      .innerJoin(receipt, eq(receipt.id, exchangeTask.receiptId))
      .innerJoin(edition, eq(edition.id, exchangeTask.editionId))
      .innerJoin(outbox, eq(outbox.id, exchangeTask.change))
      .leftJoin(exchangeTaskEnd, eq(exchangeTaskEnd.taskId, exchangeTask.id))
      .leftJoin(account, eq(account.id, exchangeTaskEnd.accountId))
  const rowOf = ({ task, end, byName, ...rest }: ReturnType<typeof all>[number]): ExchangeTaskRow => ({
    ...task,
    ...rest,
    end: end && { ...end, byName },
  })
  const all = () => rows().all()
  // A rejected package leaves a task for each of its changes: what goes through all of them reads as little as it can.
  const openCount = db.$client
    .prepare<[], number>(
      'SELECT count(*) FROM exchange_task t WHERE NOT EXISTS (SELECT 1 FROM exchange_task_end n WHERE n.task_id = t.id)',
    )
    .pluck()
  // Which ones first, then what is said of them: to sort all of them with all that belongs to them takes ten times as long.
  const openIds = db.$client
    .prepare<[number], string>(
      `SELECT t.id FROM exchange_task t WHERE NOT EXISTS (SELECT 1 FROM exchange_task_end n WHERE n.task_id = t.id)
       ORDER BY t.opened_at, t.change LIMIT ?`,
    )
    .pluck()
  const endedIds = db.$client
    .prepare<[number], string>('SELECT task_id FROM exchange_task_end ORDER BY at DESC, task_id DESC LIMIT ?')
    .pluck()
  const named = (ids: readonly string[]) =>
    rows().where(sql`${exchangeTask.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  const openOfNotices = db.$client.prepare<[string], OpenTask>(
    `SELECT t.id, e.notice_id AS noticeId, o.kind, e.edition_number AS editionNumber
     FROM exchange_task t CROSS JOIN edition e ON e.id = t.edition_id CROSS JOIN outbox o ON o.id = t.change
     WHERE NOT EXISTS (SELECT 1 FROM exchange_task_end n WHERE n.task_id = t.id)
       AND e.notice_id IN (SELECT value FROM json_each(?))
     ORDER BY t.opened_at, t.change`,
  )
  const dealtWith = db.$client
    .prepare<[number, number], number>(
      `SELECT t.change FROM exchange_task t LEFT JOIN exchange_task_end n ON n.task_id = t.id
       WHERE t.change BETWEEN ? AND ? AND (n.task_id IS NULL OR n.how IN ('OFFERED_AGAIN', 'CLOSED_BY_PERSON'))`,
    )
    .pluck()
  return {
    /** What is open, oldest first. */
    open: (limit: number): ExchangeTaskRow[] =>
      named(openIds.all(limit))
        .orderBy(asc(exchangeTask.openedAt), asc(exchangeTask.change))
        .all()
        .map(rowOf),
    /** How many are open. */
    openCount: (): number => openCount.get() ?? 0,
    /** What is open of some notices, oldest first. */
    openOfNotices: (noticeIds: readonly string[]): OpenTask[] => openOfNotices.all(JSON.stringify(noticeIds)),
    /** What ended, newest first. */
    ended: (limit: number): ExchangeTaskRow[] =>
      named(endedIds.all(limit)).orderBy(desc(exchangeTaskEnd.at), desc(exchangeTask.id)).all().map(rowOf),
    /**
     * Changes from `first` to `last` whose task is open or was ended by a person: the same rejected once more (the file after the printed
     * code) is no news.
     */
    dealtWith: (first: number, last: number): ReadonlySet<number> => new Set(dealtWith.all(first, last)),
    /** One task. */
    byId: (id: string): ExchangeTaskRow | undefined => {
      const row = rows().where(eq(exchangeTask.id, id)).get()
      return row && rowOf(row)
    },
  }
}

/** Tasks made ready for `open`. */
export type TasksToOpen = { readonly changes: readonly number[]; readonly json: string }

/**
 * Makes tasks ready to be opened in one go, before the transaction, which keeps everybody who writes waiting.
 * @example tasksToOpen(rejected).changes.length
 */
export function tasksToOpen(
  tasks: readonly Omit<StoredExchangeTask, 'receiptId' | 'openedAt'>[],
): TasksToOpen {
  const lists = tasks.map(({ id, change, editionId, faultCode, faultParams }) => [
    id,
    change,
    editionId,
    faultCode,
    faultParams,
  ])
  return { changes: tasks.map(({ change }) => change), json: JSON.stringify(lists) }
}

/**
 * Writing what the county rejected; nothing is ever changed.
 * @example exchangeTaskWrites(db).open({ receiptId, openedAt: at }, tasks, [])
 */
export function exchangeTaskWrites(db: Drizzle) {
  const open = db.$client.prepare<[number, string, string, string]>(
    `INSERT INTO exchange_task (receipt_id, opened_at, id, change, edition_id, fault_code, fault_params)
     SELECT ?, ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)
     WHERE value ->> 1 NOT IN (SELECT value FROM json_each(?))`,
  )
  const endAll = db.$client.prepare<[string]>(
    `INSERT INTO exchange_task_end (task_id, how, note, account_id, at)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
  )
  return {
    /** Opens tasks of a receipt, but none for the changes left out; gives how many. */
    open: (
      { receiptId, openedAt }: Pick<StoredExchangeTask, 'receiptId' | 'openedAt'>,
      tasks: TasksToOpen,
      leftOut: readonly number[],
    ): number => open.run(receiptId, openedAt, tasks.json, JSON.stringify(leftOut)).changes,
    /** Ends them. */
    end: (rows: readonly StoredExchangeTaskEnd[]): void => {
      const lists = rows.map(({ taskId, how, note, accountId, at }) => [taskId, how, note, accountId, at])
      endAll.run(JSON.stringify(lists))
    },
  }
}
