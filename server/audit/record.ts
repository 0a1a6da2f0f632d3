import type { AuditEntry } from '../../domain/audit/audit-event.ts'
import type { Writes } from '../../db/store.ts'
import type { Deps } from '../deps.ts'
import type { Principal } from '../principal.ts'

/** Everything the log may tell of. */
export type AuditAction =
  | 'office.set-up'
  | 'office.update'
  | 'unit.add'
  | 'unit.update'
  | 'board.add'
  | 'board.update'
  | 'account.add'
  | 'account.update'
  | 'account.change-password'
  | 'session.sign-in'
  | 'session.sign-out'
  | 'session.wrong-password'
  | 'session.lock'
  | 'session.unlock'
  | 'catalogue.import'
  | 'catalogue.preview'
  | 'catalogue.discard-preview'
  | 'catalogue.edit-item'
  | 'catalogue.add-item'
  | 'catalogue.remove-item'
  | 'catalogue.revise'
  | 'catalogue.submit'
  | 'catalogue.approve'
  | 'catalogue.return'
  | 'catalogue.file'
  | 'catalogue.discard'
  | 'catalogue.rename'
  | 'catalogue.units'
  | 'catalogue.unit-item'
  | 'calendar.update'
  | 'calendar.local-day'
  | 'notice.create'
  | 'notice.place'
  | 'notice.import-docx'
  | 'notice.add-attachment'
  | 'notice.remove-attachment'
  | 'notice.read-original'
  | 'notice.mask'
  | 'notice.override'
  | 'notice.submit'
  | 'notice.recall'
  | 'notice.approve'
  | 'notice.return'
  | 'notice.publish'
  | 'notice.withdraw'
  | 'notice.revise'
  | 'notice.print'
  | 'duty.close'
  | 'duty.waive'
  | 'duty.reopen'
  | 'duty.confirm'
  | 'duty.assign'
  | 'duty.event'
  | 'rule.set'
  | 'undisclosed.enter'
  | 'undisclosed.edit'
  | 'undisclosed.review'
  | 'undisclosed.start-draft'
  | 'undisclosed.export'
  | 'list.create'
  | 'list.propose'
  | 'list.confirm'
  | 'list.return'
  | 'list.recall'
  | 'list.hide'
  | 'list.show'
  | 'package.export'
  | 'backup.make'
  | 'backup.confirm-restore'

/**
 * Writes one event into the log, inside the transaction of what it tells of. When the computer's clock is older
 * than the latest record, the event says so (`clockDoubt`): its time is then no evidence.
 * @example record(deps, write, principal, 'notice.publish', { kind: 'notice', id }, { hash })
 */
export function record(
  deps: Pick<Deps, 'clock' | 'store'>,
  write: Writes,
  actor: Pick<Principal, 'id' | 'name'>,
  action: AuditAction,
  subject: { readonly kind: string; readonly id: string },
  detail: AuditEntry['detail'] = {},
): void {
  const at = deps.clock.now()
  const latest = deps.store.read.audit.latestInstant()
  const clockDoubt = latest !== null && latest > at
  write.audit.append({
    at,
    actor: { id: actor.id, name: actor.name },
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail: clockDoubt ? { ...detail, clockDoubt } : detail,
  })
}
