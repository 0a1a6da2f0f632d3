import type { AuditEventView, AuditProof } from '../../../server/audit/views.ts'
import type { Page } from '../../../server/notice/views.ts'
import { api, taken } from '../../shared/api.ts'

/** One page of the record, newest first. */
export function listAudit(cursor: string | null): Promise<Page<AuditEventView>> {
  return taken(api.desk.audit.$get({ query: cursor === null ? {} : { cursor } }))
}

/** Recomputes the chain of the record. */
export function proveAudit(): Promise<AuditProof> {
  return taken(api.desk.audit.proof.$get())
}
