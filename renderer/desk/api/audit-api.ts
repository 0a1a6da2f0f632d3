import type { AuditEventView, AuditProof } from '../../../server/audit/views.ts'
import type { Page } from '../../../server/notice/views.ts'
import { getJson } from '../../shared/request.ts'

/** One page of the record, newest first. */
export function listAudit(cursor: string | null): Promise<Page<AuditEventView>> {
  return getJson(cursor === null ? '/api/desk/audit' : `/api/desk/audit?cursor=${encodeURIComponent(cursor)}`)
}

/** Recomputes the chain of the record. */
export function proveAudit(): Promise<AuditProof> {
  return getJson('/api/desk/audit/proof')
}
