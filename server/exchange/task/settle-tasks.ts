import type { ExchangeTaskRow } from '../../../db/repos/exchange-task-repo.ts'
import type { OutboxChange } from '../../../db/repos/receipt-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { taskEndedBy } from '../../../domain/exchange/task-end.ts'
import type { Deps } from '../../deps.ts'

/** A receipt that was just put on record, with the changes of this database it speaks of. */
export type SettledReceipt = {
  readonly receiptId: number
  readonly changes: ReadonlyMap<number, OutboxChange>
  readonly at: string
}

/**
 * Opens a task for each change a receipt rejects, and ends those its acceptances settle; a word that a newer receipt has overtaken
 * does neither. A rejection that is repeated opens no second task while the first is open, nor after a person has dealt with it. Runs in the
 * transaction of the receipt.
 * @example settleTasks(deps, write, read, { receiptId, changes, at }).opened
 */
export function settleTasks(
  deps: Pick<Deps, 'ids'>,
  write: Writes,
  read: Reads,
  { receiptId, changes, at }: SettledReceipt,
): { readonly opened: number; readonly ended: number } {
  const instanceId = read.office.instance()?.id
  if (instanceId === undefined || changes.size === 0) return { opened: 0, ended: 0 }
  const numbers = [...changes.keys()]
  const [first, last] = span(numbers)
  const valid = read.receipt.newestItems(instanceId, first, last)
  // One question for all: a receipt may hold a hundred thousand changes, and one each would stop the kiosk for many seconds.
  const dealtWith = new Set(
    read.exchangeTask
      .ofChanges(first, last)
      .filter(isDealtWith)
      .map(({ change }) => change),
  )
  let opened = 0
  let ended = 0
  for (const item of valid.values()) {
    const change = changes.get(item.change)
    if (item.receiptId !== receiptId || item.result !== 'REJECTED' || !change) continue
    if (item.faultCode === null) throw new Error('a rejected change has a reason')
    if (dealtWith.has(item.change)) continue
    write.exchangeTask.open({
      id: deps.ids.next(),
      receiptId,
      change: item.change,
      editionId: change.editionId,
      faultCode: item.faultCode,
      faultParams: item.faultParams ?? '{}',
      openedAt: at,
    })
    opened++
  }
  const open = Map.groupBy(read.exchangeTask.open(), ({ noticeId }) => noticeId)
  if (open.size === 0) return { opened, ended }
  for (const item of valid.values()) {
    const change = changes.get(item.change)
    if (item.receiptId !== receiptId || item.result !== 'ACCEPTED' || !change) continue
    const left = (open.get(change.noticeId) ?? []).filter((task) => {
      const how = taskEndedBy(task, change)
      if (how === null) return true
      write.exchangeTask.end({ taskId: task.id, how, note: '', accountId: null, at })
      ended++
      return false
    })
    open.set(change.noticeId, left)
  }
  return { opened, ended }
}

/** Open, or ended by a person: then the same change rejected once more (the file after the printed code) is no news. */
function isDealtWith({ end }: ExchangeTaskRow): boolean {
  return end === null || end.how === 'OFFERED_AGAIN' || end.how === 'CLOSED_BY_PERSON'
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
