import { accept, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { type HandedIn, takeAll } from './take-all.ts'
import { steadyNow } from './take-all-in.ts'
import type { ReceiptOutcome } from './views.ts'

/** Some 500 changes, a few hundredths of a second. Beginning a thread would take longer, and forty megabytes. */
const AT_ONCE_BYTES = 128 * 1024

/**
 * Takes several receipts in, each for itself (`takeAll`). What is large goes to the worker, with a connection of its own: kiosk and desk are
 * answered meanwhile, and only a desk that writes waits for one short transaction. Needs HANDLER or ADMINISTRATOR; without a person they came
 * over the network. Rejects with `WorkTimedOut` when they are larger than any office's.
 * @example await takeReceipts(deps, handler, [{ name: '回执-3.json', bytes }])
 */
export async function takeReceipts(
  deps: Deps,
  person: Principal | null,
  files: readonly HandedIn[],
): Promise<Result<readonly ReceiptOutcome[]>> {
  if (person !== null) {
    const allowed = requireRole(person, 'HANDLER', 'ADMINISTRATOR')
    if (!allowed.ok) return allowed
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= AT_ONCE_BYTES) return accept(takeAll(deps, person, files))
  const { dataFolder } = deps
  const file = deps.store.database.name
  const now = deps.clock.now()
  const order = { file, dataFolder, person, files, now, handedOver: steadyNow() }
  return accept(await deps.work.run('takeReceipts', order))
}
