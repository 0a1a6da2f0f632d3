import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalCode } from '../domain/refusal-code.ts'

const STATUS: Partial<Record<RefusalCode, ContentfulStatusCode>> = {
  'request.invalid': 400,
  'request.not-found': 404,
  'request.too-large': 413,
  'request.took-too-long': 422,
  'request.busy': 503,
  'request.cross-origin': 403,
  'request.wrong-host': 421,
  'request.failed': 500,
  'trust.launch-secret-missing': 401,
  'trust.not-signed-in': 401,
  'trust.locked': 423,
  'trust.role-missing': 403,
  'trust.wrong-password': 403,
  'trust.too-many-attempts': 429,
  'trust.password-must-change': 403,
  'office.not-set-up': 503,
  'office.restored-unconfirmed': 503,
  'office.not-restored': 409,
  'office.already-set-up': 409,
  'office.account-not-found': 404,
  'office.account-name-taken': 409,
  'office.last-administrator': 409,
  'catalogue.not-found': 404,
  'catalogue.item-not-found': 404,
  'catalogue.file-too-large': 413,
  'notice.not-found': 404,
  'notice.wrong-state': 409,
  'notice.draft-conflict': 409,
  'notice.submission-changed': 409,
  'notice.clock-doubtful': 409,
  'notice.author-may-not-decide': 403,
  'notice.one-person-two-decisions': 403,
  'notice.already-decided': 409,
  'notice.privacy-hit-not-found': 404,
  'attachment.not-found': 404,
  'attachment.too-large': 413,
  'print.browser-missing': 503,
  'print.failed': 500,
  'package.not-found': 404,
  'package.nothing-to-export': 409,
  'package.export-running': 409,
  'package.attachment-damaged': 409,
}

/**
 * The HTTP status of a refusal; what is not listed is input that cannot be taken as it is (422).
 * @example statusOf('notice.draft-conflict') // 409
 */
export function statusOf(code: RefusalCode): ContentfulStatusCode {
  return STATUS[code] ?? 422
}
