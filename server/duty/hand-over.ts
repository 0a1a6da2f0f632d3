import { assignDuty, type DutyTransaction } from './close-duty.ts'

/**
 * Hands the open duties of an item in a unit from the person who was in charge of it to the one who is now; those that
 * were given to somebody else stay with them. Inside a transaction.
 * @example handOver(transaction, villageId, itemId, formerId, accountId)
 */
export function handOver(
  transaction: DutyTransaction,
  unitId: string,
  itemId: string,
  from: string | null,
  to: string | null,
): void {
  if (from === to) return
  for (const duty of transaction.read.duty.openOfItem(itemId, unitId)) {
    if (duty.assigneeId !== from) continue
    const done = assignDuty(transaction, duty, to)
    if (!done.ok) throw new Error(done.code)
  }
}
