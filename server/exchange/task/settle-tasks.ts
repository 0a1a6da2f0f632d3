import {
  type StoredExchangeTaskEnd,
  type TasksToOpen,
  tasksToOpen,
} from '../../../db/repos/exchange-task-repo.ts'
import type { OutboxChange } from '../../../db/repos/receipt-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import type { ReceiptItem } from '../../../domain/exchange/receipt.ts'
import { taskEndedBy } from '../../../domain/exchange/task-end.ts'
import type { Ids } from '../../../platform/ids.ts'

/** What a receipt says of the changes of this database, made ready before its transaction. */
export type WordsToSettle = {
  readonly rejected: TasksToOpen
  readonly accepted: readonly OutboxChange[]
}

/** A receipt that was just put on record. */
export type SettledReceipt = {
  readonly receiptId: number
  readonly words: WordsToSettle
  readonly at: string
}

/**
 * Makes ready what a receipt says for `settleTasks`: what takes long, and none of what others may have changed meanwhile.
 * @example settleTasks(write, read, { receiptId, words: wordsToSettle(deps.ids, receipt.items, changes), at })
 */
export function wordsToSettle(
  ids: Pick<Ids, 'next'>,
  items: readonly Pick<ReceiptItem, 'change' | 'result' | 'fault'>[],
  changes: ReadonlyMap<number, OutboxChange>,
): WordsToSettle {
  const own = items.flatMap((item) => {
    const change = changes.get(item.change)
    return change ? [{ ...item, own: change }] : []
  })
  return {
    rejected: tasksToOpen(
      own
        .filter(({ result }) => result === 'REJECTED')
        .map(({ change, fault, own: { editionId } }) => {
          if (fault === null) throw new Error('a rejected change has a reason')
          const { code: faultCode, params } = fault
          return { id: ids.next(), change, editionId, faultCode, faultParams: JSON.stringify(params) }
        }),
    ),
    accepted: own.flatMap((item) => (item.result === 'ACCEPTED' ? [item.own] : [])),
  }
}

/**
 * Opens a task for each change a receipt rejects, and ends those its acceptances settle; a word that a newer receipt has overtaken
 * does neither. A rejection that is repeated opens no second task while the first is open, nor after a person has dealt with it. Runs in the
 * transaction of the receipt.
 * @example settleTasks(write, read, { receiptId, words, at }).opened
 */
export function settleTasks(
  write: Writes,
  read: Reads,
  { receiptId, words: { rejected, accepted }, at }: SettledReceipt,
): { readonly opened: number; readonly ended: number } {
  const instanceId = read.office.instance()?.id
  if (instanceId === undefined) return { opened: 0, ended: 0 }
  const isLastWord = read.receipt.isLastWord(instanceId, receiptId)
  return {
    opened: open(write, read, { receiptId, rejected, isLastWord, at }),
    ended: end(write, read, { accepted: accepted.filter(({ change }) => isLastWord(change)), at }),
  }
}

// One question for all, and one statement: a receipt may hold a hundred thousand changes, and one each would keep every desk waiting that
// has something to write.
function open(
  write: Writes,
  read: Reads,
  of: {
    readonly receiptId: number
    readonly rejected: TasksToOpen
    readonly isLastWord: (change: number) => boolean
    readonly at: string
  },
): number {
  const { receiptId, rejected, isLastWord, at } = of
  if (rejected.changes.length === 0) return 0
  const dealtWith = read.exchangeTask.dealtWith(...span(rejected.changes))
  const leftOut = rejected.changes.filter((change) => dealtWith.has(change) || !isLastWord(change))
  return write.exchangeTask.open({ receiptId, openedAt: at }, rejected, leftOut)
}

function end(
  write: Writes,
  read: Reads,
  { accepted, at }: { readonly accepted: readonly OutboxChange[]; readonly at: string },
): number {
  if (accepted.length === 0 || read.exchangeTask.openCount() === 0) return 0
  const byNotice = Map.groupBy(accepted, ({ noticeId }) => noticeId)
  const ends = read.exchangeTask
    .openOfNotices([...byNotice.keys()])
    .flatMap((task): StoredExchangeTaskEnd[] => {
      // In the order in which it was published: what is accepted and taken down since was accepted.
      const inOrder = (byNotice.get(task.noticeId) ?? []).toSorted((one, other) => one.change - other.change)
      const [how] = inOrder.flatMap((change) => taskEndedBy(task, change) ?? [])
      return how === undefined ? [] : [{ taskId: task.id, how, note: '', accountId: null, at }]
    })
  if (ends.length > 0) write.exchangeTask.end(ends)
  return ends.length
}

/** The least and the greatest; spreading a hundred thousand numbers overflows the stack. */
function span(numbers: readonly number[]): [number, number] {
  let least = Number.MAX_SAFE_INTEGER
  let most = 0
  for (const number of numbers) {
    least = Math.min(least, number)
    most = Math.max(most, number)
  }
  return [least, most]
}
