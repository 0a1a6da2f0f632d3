import { isLate } from '../../../domain/exchange/late-package.ts'
import type { Deps } from '../../deps.ts'
import { itemViews } from '../downward/downward-views.ts'
import { listPackages } from '../list-packages.ts'
import { gapOf, missingReceipts } from '../receipt/receipt-views.ts'
import { taskView } from './task-views.ts'
import type { ExchangeTodayView } from './views.ts'

const MOST_TASKS = 20

/**
 * What of the exchange asks for somebody today: what the county returned, what it wrote, what it is missing.
 * @example (await exchangeToday(deps)).taskCount // 2
 */
export async function exchangeToday(
  deps: Pick<Deps, 'store' | 'blobs' | 'clock'>,
): Promise<ExchangeTodayView> {
  const { read } = deps.store
  const items = await itemViews(deps, read.downward.open())
  return {
    tasks: read.exchangeTask.open(MOST_TASKS).map((row) => taskView(read, row)),
    taskCount: read.exchangeTask.openCount(),
    instructions: items
      .filter(({ kind }) => kind === 'INSTRUCTION')
      .map(({ id, title, instruction }) => ({ id, title, due: instruction?.due ?? null })),
    itemCount: items.filter(({ kind }) => kind !== 'INSTRUCTION').length,
    gap: gapOf(read),
    missingReceipts: missingReceipts(read),
    late: listPackages(read, deps.clock.now())
      .filter(isLate)
      .map(({ sequence, daysInTransit }) => ({ sequence, days: daysInTransit ?? 0 })),
  }
}
