import type { ExchangeTaskRow } from '../../../db/repos/exchange-task-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { allowedHere } from './allowed-here.ts'
import type { ExchangeTasksView, ExchangeTaskView } from './views.ts'

const MOST_ENDED = 200
/** A package that is returned whole leaves tens of thousands; nobody reads as many, and each would be a part of the page. */
const MOST_OPEN = 500

/** What a task is read from. */
export type TaskReads = Pick<Reads, 'exchangeTask' | 'notice' | 'audit'>

/**
 * A returned change as the desk shows it.
 * @example taskView(read, row).fault.code
 */
export function taskView(read: TaskReads, row: ExchangeTaskRow): ExchangeTaskView {
  const { end } = row
  return {
    id: row.id,
    openedAt: row.openedAt,
    change: row.change,
    kind: row.kind,
    notice: {
      id: row.noticeId,
      title: row.title,
      indexNumber: row.indexNumber,
      editionNumber: row.editionNumber,
      withdrawn: row.editionState === 'WITHDRAWN',
    },
    receipt: { id: row.receiptId, number: row.receiptNumber, sequence: row.sequence },
    fault: {
      code: row.faultCode,
      params: JSON.parse(row.faultParams) as Readonly<Record<string, string | number>>,
    },
    allowedHere: end === null ? allowedHere(read, row) : null,
    end: end && {
      how: end.how,
      note: end.note,
      at: end.at,
      by: end.accountId === null ? null : { id: end.accountId, name: end.byName ?? '' },
    },
  }
}

/**
 * What the county returned: open ones, oldest first, with how many there are; then those that ended, newest first.
 * @example tasksView(read).openCount
 */
export function tasksView(read: TaskReads): ExchangeTasksView {
  const view = (row: ExchangeTaskRow) => taskView(read, row)
  return {
    open: read.exchangeTask.open(MOST_OPEN).map(view),
    openCount: read.exchangeTask.openCount(),
    ended: read.exchangeTask.ended(MOST_ENDED).map(view),
  }
}
