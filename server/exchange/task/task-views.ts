import type { ExchangeTaskRow } from '../../../db/repos/exchange-task-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { ExchangeTasksView, ExchangeTaskView } from './views.ts'

const MOST_ENDED = 200

/**
 * A returned change as the desk shows it.
 * @example taskView(row).fault.code
 */
export function taskView(row: ExchangeTaskRow): ExchangeTaskView {
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
    end: end && {
      how: end.how,
      note: end.note,
      at: end.at,
      by: end.accountId === null ? null : { id: end.accountId, name: end.byName ?? '' },
    },
  }
}

/**
 * What the county returned: open ones, oldest first; then those that ended, newest first.
 * @example tasksView(read).open.length
 */
export function tasksView(read: Pick<Reads, 'exchangeTask'>): ExchangeTasksView {
  return {
    open: read.exchangeTask.open().map(taskView),
    ended: read.exchangeTask.ended(MOST_ENDED).map(taskView),
  }
}
