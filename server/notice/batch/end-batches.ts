import type { PublicationStep } from '../publication-steps.ts'
import { endFinished } from './batch-view.ts'

/**
 * Ends a batch with the last of it that waited, whichever way that was published: the next start need not look at it again.
 * @example endBatches(step)
 */
export function endBatches({ write, read, at }: PublicationStep): void {
  endFinished(write, read, at)
}
