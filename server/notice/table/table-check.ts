import type { StoredTable } from '../../../db/repos/notice-table-repo.ts'
import { refuse, type Result } from '../../../domain/refusal.ts'
import type { CheckedSubmission } from '../submission-checks.ts'
import { deriveStored } from './table-detail.ts'
import { frozenRevision, requireSearched, takingIn } from './removed-values.ts'

/**
 * Holds a notice back while one of its lists is not in order: not taken over, unbalanced, milder than the policy that
 * holds today, changed by hand in the text since, or not searched for what was left out. At publication the frozen text
 * counts, so nothing is asked of what was done with a list after it. Refuses the list's own first fault,
 * `table.not-taken-over`, `table.changed-in-text`, `table.files-unsearched`.
 * @example checkTables(submission)
 */
export function checkTables(submission: CheckedSubmission): Result<true> {
  const { read, noticeId, content, today } = submission
  const frozenAt = frozenRevision(read, noticeId)
  for (const table of read.noticeTable.everOfNotice(noticeId)) {
    const held = takingIn(read, table, { content, frozenAt })
    if (held?.inText) {
      // The policy may have become stricter since the list was taken over.
      const [fault] = deriveStored(read, { ...held.taking, sheets: table.sheets }, today).faults
      if (fault) return refuse(fault.code, fault.params)
      if (frozenAt !== null || table.state !== 'DRAFT') continue
    }
    if (frozenAt === null && table.state !== 'DISCARDED') return refuseTable(submission, table, held !== null)
  }
  return requireSearched(read, noticeId, content, frozenAt)
}

function refuseTable({ read, today }: CheckedSubmission, table: StoredTable, taken: boolean): Result<true> {
  const [fault] = deriveStored(read, table, today).faults
  if (fault) return refuse(fault.code, fault.params)
  const code = taken && table.state === 'IN_TEXT' ? 'table.changed-in-text' : 'table.not-taken-over'
  return refuse(code, { file: table.fileName })
}
