import type { AuditEntry } from '../../../domain/audit/audit-event.ts'
import type { Writes } from '../../../db/store.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { recallPrinted } from '../../notice/recall/record-print.ts'
import type { Principal } from '../../principal.ts'
import { noticeOfPrint } from './notice-of-print.ts'
import type { PrintJobView, PrintSubject } from './views.ts'

/**
 * Notes in the log what became of a job: refused by the printer, told of by a person, decided about, given up. `detail` names the
 * job, and the sending where it is one.
 * @example logJob(deps, write, principal, 'print.cancel', { job: id })
 */
export function logJob(
  deps: Deps,
  write: Writes,
  actor: Principal,
  action: 'print.refused' | 'print.outcome' | 'print.decide' | 'print.cancel',
  detail: AuditEntry['detail'] & { readonly job: string },
): void {
  record(deps, write, actor, action, { kind: 'print-job', id: detail.job }, detail)
}

/**
 * Asks for the paper of an edition that has gone to come down, now that a sheet of it came, or may have come, out of a printer.
 * @example recallPaper(deps, job.subject)
 */
export function recallPaper(deps: Deps, subject: PrintSubject): void {
  if (subject.kind === 'EDITION') recallPrinted(deps, subject.hash, subject.noticeId)
}

/**
 * Notes in the log that a job is sent to paper, before it is: what became of it is noted after.
 * @example logPrint(deps, write, principal, job, { pages: 2, copies: 1, run: 1 })
 */
export function logPrint(
  deps: Deps,
  write: Writes,
  actor: Principal,
  job: PrintJobView,
  detail: AuditEntry['detail'],
): void {
  const { subject } = job
  const log = (
    action: Parameters<typeof record>[3],
    kind: string,
    id: string,
    more: AuditEntry['detail'] = {},
  ) => record(deps, write, actor, action, { kind, id }, { ...detail, ...more })
  switch (subject.kind) {
    case 'EDITION': {
      const { layout } = subject
      const language = layout.kind === 'CHINESE' ? {} : { language: layout.language }
      // Of two notices with one text, the paper is that of one.
      const of = noticeOfPrint(deps.store.read, subject)
      return log('notice.print', 'edition', subject.hash, {
        ...language,
        ...(of !== null && { noticeId: of }),
      })
    }
    case 'REVIEW_SLIP':
      return log('notice.print-slip', 'notice', subject.noticeId)
    case 'DISPLAY_CERTIFICATE':
      return log('display.certificate', 'display', subject.displayId, { interim: subject.interim })
    case 'POSTING_CERTIFICATE':
      return log('posting.certificate', 'posting', subject.postingId)
    case 'TAKE_DOWN_LIST':
      return log('posting.take-down-list', 'board', subject.boardId ?? '')
  }
}
