import { type Drizzle, orm } from '../drizzle.ts'
import { edition, outbox } from '../schema/edition.ts'
import { account } from '../schema/office.ts'
import { exchangeTask, exchangeTaskEnd, receipt } from '../schema/receipt.ts'

const { asc, between, desc, eq, isNotNull, isNull } = orm

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

/**
 * Reading what the county rejected.
 * @example exchangeTaskReads(db).open().length
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
  return {
    /** What is open, oldest first. */
    open: (): ExchangeTaskRow[] =>
      rows()
        .where(isNull(exchangeTaskEnd.taskId))
        .orderBy(asc(exchangeTask.openedAt), asc(exchangeTask.change))
        .all()
        .map(rowOf),
    /** What ended, newest first. */
    ended: (limit: number): ExchangeTaskRow[] =>
      rows()
        .where(isNotNull(exchangeTaskEnd.taskId))
        .orderBy(desc(exchangeTaskEnd.at), desc(exchangeTask.id))
        .limit(limit)
        .all()
        .map(rowOf),
    /** All of the changes from `first` to `last`, open and ended. */
    ofChanges: (first: number, last: number): ExchangeTaskRow[] =>
      rows()
        .where(between(exchangeTask.change, first, last))
        .all()
        .map(rowOf),
    /** One task. */
    byId: (id: string): ExchangeTaskRow | undefined => {
      const row = rows().where(eq(exchangeTask.id, id)).get()
      return row && rowOf(row)
    },
  }
}

/**
 * Writing what the county rejected; nothing is ever changed.
 * @example exchangeTaskWrites(db).open(task)
 */
export function exchangeTaskWrites(db: Drizzle) {
  return {
    /** Opens a task. */
    open: (row: StoredExchangeTask): void => void db.insert(exchangeTask).values(row).run(),
    /** Ends it. */
    end: (row: StoredExchangeTaskEnd): void => void db.insert(exchangeTaskEnd).values(row).run(),
  }
}
