import { refuse, accept, type Result } from '../../../domain/refusal.ts'
import { readPageRange } from '../../../domain/sheet/page-range.ts'
import type { Deps } from '../../deps.ts'
import type { PrintJobView } from './views.ts'

/** The PDF of a job, or some pages of it. */
export type JobFile = { readonly bytes: Uint8Array; readonly pages: readonly number[]; readonly all: boolean }

/**
 * The very PDF that is printed, or the pages of it that a person typed. Refuses `print.not-built`, `print.file-gone` after it
 * was cleared from the spool, and `print.pages-invalid`.
 * @example await jobFile(deps, job, '1-3,5')
 */
export async function jobFile(deps: Deps, job: PrintJobView, typed: string): Promise<Result<JobFile>> {
  const { sha256, pages: count } = job
  if (sha256 === null || count === null) return refuse('print.not-built')
  const pages = readPageRange(typed, count)
  if (pages === null) return refuse('print.pages-invalid', { pages: count })
  let bytes: Uint8Array
  try {
    bytes = await deps.spool.get(sha256)
  } catch {
    // Cleared, or no longer what was looked at: either way it must not go to paper.
    return refuse('print.file-gone')
  }
  const all = pages.length === count
  if (all) return accept({ bytes, pages, all })
  return accept({ bytes: await deps.work.run('chosenPages', { bytes, pages }), pages, all })
}
