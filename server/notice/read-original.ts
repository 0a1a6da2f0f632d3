import type { StoredAttachment } from '../../db/repos/attachment-repo.ts'
import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'

/**
 * Lets a person read the file as it was handed in, with all the personal data the public copy has lost, and writes down
 * who read it. Needs HANDLER, REVIEWER, SECRECY_REVIEWER or DEPUTY_LEADER: nobody else has to compare the two.
 * @example readOriginal(deps, principal, row) // { ok: true, value: true }
 */
export function readOriginal(
  deps: Pick<Deps, 'clock' | 'store'>,
  principal: Principal,
  row: Pick<StoredAttachment, 'id' | 'noticeId'>,
): Result<true> {
  const allowed = requireRole(principal, 'HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  deps.store.tx((write) =>
    record(
      deps,
      write,
      principal,
      'notice.read-original',
      { kind: 'notice', id: row.noticeId },
      { attachment: row.id },
    ),
  )
  return accept(true)
}
