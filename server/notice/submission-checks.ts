import type { Reads } from '../../db/store.ts'
import type { CivilDate, PublicContent } from '../../domain/notice/content.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { checkDocumentNumber } from './convention/check-number.ts'
import { checkTables } from './table/table-check.ts'
import { checkEdition } from './edition-check.ts'
import { checkSubmittedDisplay } from '../display/public-display/check-submitted-display.ts'
import { requireSoundTexts } from '../language/text-check.ts'
import { checkMatter } from '../matter/matter-checks.ts'
import { checkEmergency } from './emergency/follow.ts'

/** What is to be handed in or published: the public content as it would be frozen, or as it was. */
export type CheckedSubmission = {
  readonly deps: Pick<Deps, 'store' | 'clock'>
  readonly read: Reads
  readonly noticeId: string
  readonly content: PublicContent
  readonly placement: NoticePlacement
  readonly itemId: string | null
  readonly today: CivilDate
}

/** One thing that must hold when a notice is handed in and again when it is published; each area adds its own. */
export type SubmissionCheck = (submission: CheckedSubmission) => Result<true>

const CHECKS: readonly SubmissionCheck[] = [
  checkDocumentNumber,
  checkMatter,
  checkEdition,
  checkTables,
  requireSoundTexts,
  checkEmergency,
  checkSubmittedDisplay,
]

/**
 * Everything that must hold of a submission beyond its form; the first thing that does not is refused.
 * @example checkSubmission({ deps, read, noticeId, content, placement, itemId, today }).ok
 */
export function checkSubmission(submission: CheckedSubmission): Result<true> {
  for (const check of CHECKS) {
    const held = check(submission)
    if (!held.ok) return held
  }
  return accept(true)
}
