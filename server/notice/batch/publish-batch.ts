import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { publishNotice } from '../publish-notice.ts'
import { batchView, endFinished } from './batch-view.ts'
import type { BatchView } from './views.ts'

/**
 * Notes what is to be published in one go, before the first of it is: after a power cut it is known what was meant (S11). Publishes
 * nothing itself. Needs HANDLER. Refuses `batch.not-approved`, naming the first that is not what was chosen.
 * @example startBatch(deps, handler, [{ id, submissionHash }])
 */
export function startBatch(
  deps: Deps,
  principal: Principal,
  chosen: readonly { readonly id: string; readonly submissionHash: string }[],
): Result<BatchView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<BatchView> => {
    const items = new Map<string, string>()
    for (const { id, submissionHash } of chosen) {
      const notice = read.notice.byId(id)
      const submission = read.submission.open(id)
      if (notice?.state !== 'APPROVED' || submission?.hash !== submissionHash) {
        return refuse('batch.not-approved', { title: notice?.title ?? '' })
      }
      items.set(id, submission.id)
    }
    endFinished(write, read, deps.clock.now())
    const id = deps.ids.next()
    write.batch.insert(
      { id, createdBy: principal.id, createdAt: deps.clock.now() },
      [...items].map(([noticeId, submissionId]) => ({ noticeId, submissionId })),
    )
    record(deps, write, principal, 'notice.batch', { kind: 'batch', id }, { count: items.size })
    return batchView(read, id)
  })
}

/**
 * Publishes one notice of a batch, in its own transaction, and tells how the batch stands then. What was published already is not
 * published again. Refuses `batch.not-found`, `batch.ended`, `batch.not-approved` and what publishing refuses.
 * @example continueBatch(deps, handler, batchId, { noticeId })
 */
export function continueBatch(
  deps: Deps,
  principal: Principal,
  batchId: string,
  input: { readonly noticeId: string; readonly clockConfirmed?: boolean },
): Result<BatchView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const { read } = deps.store
  const batch = batchView(read, batchId)
  if (!batch.ok) return batch
  if (batch.value.ended) return refuse('batch.ended')
  const item = batch.value.items.find(({ noticeId }) => noticeId === input.noticeId)
  if (!item) return refuse('batch.not-approved', { title: '' })
  if (item.standing === 'PUBLISHED') return batch
  if (item.standing === 'GONE') return refuse('batch.not-approved', { title: item.title })
  const { submissionHash } = item
  const { clockConfirmed } = input
  const published = publishNotice(deps, principal, item.noticeId, {
    submissionHash,
    ...(clockConfirmed !== undefined && { clockConfirmed }),
  })
  if (!published.ok) return published
  return batchView(read, batchId)
}

/**
 * Ends a batch: what is left of it stays approved and waits for a person. Needs HANDLER. Refuses `batch.not-found`, `batch.ended`.
 * @example endBatch(deps, handler, batchId)
 */
export function endBatch(deps: Deps, principal: Principal, batchId: string): Result<BatchView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<BatchView> => {
    const batch = batchView(read, batchId)
    if (!batch.ok) return batch
    if (batch.value.ended) return refuse('batch.ended')
    write.batch.end(batchId, deps.clock.now())
    record(
      deps,
      write,
      principal,
      'notice.batch-end',
      { kind: 'batch', id: batchId },
      { count: batch.value.items.filter(({ standing }) => standing === 'WAITING').length },
    )
    return accept({ ...batch.value, ended: true })
  })
}
