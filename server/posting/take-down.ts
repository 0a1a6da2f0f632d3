import { sha256 } from '../../platform/sha256.ts'
import type { StoredSheet } from '../../db/repos/posting-repo.ts'
import type { Reads, Writes } from '../../db/store.ts'
import type { AuditEntry } from '../../domain/audit/audit-event.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { checkRemoval } from '../../domain/posting/early-removal.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'
import { clockDoubtful } from './clock-doubt.ts'
import { postingViewing, sheetStanding } from './sheet-standing.ts'

/** A sheet that came down: on which day, why, and what was noted. */
export type TakingDown = { readonly on: CivilDate; readonly reason: string; readonly note: string }

/**
 * Records that a sheet came down, inside the caller's transaction: the one place through which every sheet leaves the wall. Before
 * its last day only with a written reason, and then it is kept as early, with the day. What the recall list asked of it is
 * answered. Gives what the log is to say of it. Refuses `posting.early-removal`.
 * @example takeDown(deps, write, read, principal, sheet, { on: '2026-03-17', reason: '', note: '' })
 */
export function takeDown(
  deps: Deps,
  write: Writes,
  read: Reads,
  principal: Principal,
  sheet: StoredSheet,
  { on, reason, note }: TakingDown,
): Result<AuditEntry['detail']> {
  const at = deps.clock.now()
  const events = read.posting.events([sheet.id])
  // Judged as on the day it came down: what hung damaged until then did not hang whole until then.
  const { minimum } = sheetStanding(sheet, events, { ...postingViewing(deps, read), today: on })
  const removal = checkRemoval({ on, reason }, minimum?.lastDay ?? null)
  if (!removal.ok) return removal
  const { earlyBefore } = removal.value
  write.recall.remove({ postingId: sheet.id, removedOn: on, removedBy: principal.id, removedAt: at })
  write.posting.removal({
    postingId: sheet.id,
    reason: removal.value.reason,
    note: note.trim(),
    early: earlyBefore !== null,
    // Kept also when it came down in time: a certificate says what held on that day, whatever is found out later.
    lastDay: minimum?.lastDay ?? null,
    clockDoubtful: clockDoubtful(deps),
  })
  const asked = read.recall
    .ofNotice(sheet.noticeId)
    .filter((entry) => entry.editionId === sheet.editionId && entry.boardId === sheet.boardId)
  for (const entry of asked.filter(({ removedOn }) => removedOn === null)) {
    write.recall.tick({ entryId: entry.id, removedOn: on, note: note.trim(), accountId: principal.id, at })
  }
  return accept({
    boardId: sheet.boardId,
    editionNumber: sheet.editionNumber,
    on,
    posting: sheet.id,
    rowSha256: read.posting.rowHash('TAKEN_DOWN', sheet.id),
    ...(earlyBefore !== null && {
      early: true,
      lastDay: earlyBefore,
      reasonSha256: sha256(removal.value.reason),
    }),
  })
}
