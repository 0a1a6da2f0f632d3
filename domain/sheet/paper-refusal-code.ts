/**
 * The part of the closed list of refusals (`domain/refusal-code.ts`) that speaks of paper: printing, templates, codes.
 * @example PAPER_REFUSAL_CODES.includes('print.browser-missing') // true
 */
export const PAPER_REFUSAL_CODES = [
  // paper
  'print.browser-missing',
  'print.failed',
  'print.incomplete',
  'print.table-too-wide',
  'print.list-too-long',
  'print.pair-too-long',
  'print.job-not-found',
  'print.run-not-found',
  'print.not-built',
  'print.cancelled',
  'print.undecided',
  'print.decided',
  'print.not-missing',
  'print.undrawn',
  'print.outcome-missing',
  'print.edition-gone',
  'print.edition-replaced',
  'print.display-changed',
  'print.display-removed',
  'print.list-outdated',
  'print.pages-invalid',
  'print.file-gone',
  'print.printer-unknown',
  'print.printer-refused',
  'print.printer-silent',
  'print.viewer-failed',
  'print.target-unwritable',
  // templates of sheets
  'template.not-found',
  'template.invalid',
  'template.part-missing',
  'template.wrong-form',
  'template.retired',
  'template.name-taken',
  'template.changed-meanwhile',
  'template.nothing-changed',
  // the code on paper
  'sheet.code-unreadable',
  'sheet.file-unreadable',
  'sheet.address-invalid',
] as const
