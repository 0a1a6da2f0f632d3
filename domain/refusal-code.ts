/**
 * Every code with which the product says "no", as one closed list.
 * Each code has a sentence in `locales/<language>/errors.json`; a test compares the two.
 */
export const REFUSAL_CODES = [
  // the request itself
  'request.invalid',
  'request.not-found',
  'request.too-large',
  'request.cross-origin',
  'request.wrong-host',
  'request.failed',
  // trust
  'trust.launch-secret-missing',
  'trust.not-signed-in',
  'trust.locked',
  'trust.role-missing',
  'trust.wrong-password',
  'trust.too-many-attempts',
  // office
  'office.not-set-up',
  'office.already-set-up',
  'office.uscc-invalid',
  'office.region-code-invalid',
  'office.index-template-invalid',
  'office.index-template-without-serial',
  'office.account-not-found',
  'office.account-name-taken',
  'office.account-disabled',
  'office.last-administrator',
  'office.password-too-short',
  'office.data-folder-in-use',
  'office.database-newer',
  'office.database-damaged',
  // catalogue
  'catalogue.not-found',
  'catalogue.item-not-found',
  'catalogue.not-a-catalogue',
  'catalogue.file-damaged',
  'catalogue.file-too-large',
  'catalogue.file-type-unknown',
  'catalogue.title-required',
  // notice
  'notice.not-found',
  'notice.wrong-state',
  'notice.draft-conflict',
  'notice.submission-changed',
  'notice.clock-doubtful',
  'notice.title-required',
  'notice.body-required',
  'notice.catalogue-item-required',
  'notice.document-number-invalid',
  'notice.document-date-required',
  'notice.date-order',
  'notice.not-proactive',
  'notice.not-public-audience',
  'notice.author-may-not-decide',
  'notice.one-person-two-decisions',
  'notice.already-decided',
  'notice.reason-required',
  'notice.review-missing',
  'notice.privacy-hit',
  'notice.privacy-hit-not-found',
  'notice.mask-not-possible',
  'notice.body-invalid',
  'notice.image-missing',
  'notice.docx-damaged',
  // attachments
  'attachment.not-found',
  'attachment.type-unknown',
  'attachment.type-mismatch',
  'attachment.too-large',
  'attachment.damaged',
  'attachment.encrypted',
  'attachment.zip-bomb',
  'attachment.too-many',
  // paper
  'print.browser-missing',
  'print.failed',
  'print.incomplete',
  // exchange
  'package.nothing-to-export',
  'package.not-found',
  'package.not-a-package',
  'package.damaged',
  'package.signature-invalid',
  'package.unknown-key',
  'package.unsafe-name',
  // backup
  'backup.target-exists',
  'backup.damaged',
  'backup.not-a-backup',
  // check
  'audit.chain-broken',
  'audit.check-failed',
] as const

/** One code of the closed list. */
export type RefusalCode = (typeof REFUSAL_CODES)[number]
