import type { StoredBatch } from '../../../db/repos/batch-repo.ts'
import type { Reads, Writes } from '../../../db/store.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { BatchView } from './views.ts'

function viewOf(read: Reads, batch: StoredBatch): BatchView {
  const items = read.batch.items(batch.id).map((item): BatchView['items'][number] => {
    const { noticeId, title, submissionHash, indexNumber } = item
    // What was set for a minute since goes out then and not with the batch.
    const waits = item.open === 1 && item.noticeState === 'APPROVED'
    const standing = indexNumber !== null ? 'PUBLISHED' : waits ? 'WAITING' : 'GONE'
    return { noticeId, title, submissionHash, standing, indexNumber }
  })
  return {
    id: batch.id,
    by: { id: batch.createdBy, name: read.office.accountById(batch.createdBy)?.name ?? '' },
    at: batch.createdAt,
    ended: batch.endedAt !== null || !items.some(({ standing }) => standing === 'WAITING'),
    items,
  }
}

/**
 * A batch, derived from what its notices are now and never from what the screen believed. Refuses `batch.not-found`.
 * @example batchView(read, id)
 */
export function batchView(read: Reads, id: string): Result<BatchView> {
  const batch = read.batch.byId(id)
  return batch ? accept(viewOf(read, batch)) : refuse('batch.not-found')
}

/**
 * Batches of which something still waits, newest first: what a power cut or a closed window has left.
 * @example openBatches(read).length
 */
export function openBatches(read: Reads): readonly BatchView[] {
  return read.batch
    .open()
    .map((batch) => viewOf(read, batch))
    .filter(({ ended }) => !ended)
}

/**
 * Ends every batch of which nothing waits any more, also where the last of it went another way; inside the caller's transaction.
 * @example endFinished(write, read, deps.clock.now())
 */
export function endFinished(write: Writes, read: Reads, at: string): void {
  for (const batch of read.batch.open()) if (viewOf(read, batch).ended) write.batch.end(batch.id, at)
}
