import type { ExchangeTaskRow } from '../../../db/repos/exchange-task-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { taskView } from './task-views.ts'
import type { ExchangeTaskView } from './views.ts'

function openTask(read: Reads, id: string): Result<ExchangeTaskRow> {
  const task = read.exchangeTask.byId(id)
  if (!task) return refuse('task.not-found')
  return task.end ? refuse('task.ended') : accept(task)
}

function ended(read: Reads, id: string): Result<ExchangeTaskView> {
  const task = read.exchangeTask.byId(id)
  if (!task) throw new Error('a task that was ended is there')
  return accept(taskView(read, task))
}

/**
 * Ends a task because a person says why nothing more is to be done. Needs HANDLER. Refuses `task.not-found`, `task.ended`, and
 * `task.reason-required` without a note.
 * @example endTask(deps, handler, id, '已与县里电话说明')
 */
export function endTask(
  deps: Deps,
  principal: Principal,
  id: string,
  note: string,
): Result<ExchangeTaskView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const said = note.trim()
  if (said === '') return refuse('task.reason-required')
  return deps.store.tx((write, read): Result<ExchangeTaskView> => {
    const task = openTask(read, id)
    if (!task.ok) return task
    end(deps, write, principal, task.value, { how: 'CLOSED_BY_PERSON', note: said })
    return ended(read, id)
  })
}

/**
 * Offers a returned change again as it is: its edition or withdrawal is queued anew, under a new number. Needs HANDLER. Refuses
 * `task.not-found`, `task.ended`, and `task.withdrawn` for an edition that no longer stands: its text leaves the office no more.
 * @example offerTaskAgain(deps, handler, id)
 */
export function offerTaskAgain(deps: Deps, principal: Principal, id: string): Result<ExchangeTaskView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ExchangeTaskView> => {
    const task = openTask(read, id)
    if (!task.ok) return task
    const { kind, editionState, editionId } = task.value
    if (kind === 'EDITION' && editionState === 'WITHDRAWN') return refuse('task.withdrawn')
    write.exchange.queue(kind, editionId, deps.clock.now())
    end(deps, write, principal, task.value, { how: 'OFFERED_AGAIN', note: '' })
    return ended(read, id)
  })
}

function end(
  deps: Deps,
  write: Writes,
  principal: Principal,
  task: ExchangeTaskRow,
  { how, note }: { readonly how: 'CLOSED_BY_PERSON' | 'OFFERED_AGAIN'; readonly note: string },
): void {
  write.exchangeTask.end([{ taskId: task.id, how, note, accountId: principal.id, at: deps.clock.now() }])
  record(
    deps,
    write,
    principal,
    how === 'OFFERED_AGAIN' ? 'exchange-task.offer-again' : 'exchange-task.end',
    { kind: 'exchange-task', id: task.id },
    { change: task.change, faultCode: task.faultCode },
  )
}
