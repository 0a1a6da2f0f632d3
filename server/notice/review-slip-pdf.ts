import type { Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { noFiles, printPage } from '../display/print/print-page.ts'
import { type SheetPage, UNDECIDED } from '../display/sheet-page.ts'
import { findTemplate } from '../display/template/find-template.ts'
import type { PrintedSheet } from '../display/pdf-printer.ts'
import type { Principal } from '../principal.ts'
import { reviewSlip } from './review/slip.ts'

/**
 * Prints the 审查呈批单 of what was handed in last, or of one submission: empty lines where a decision is still to be signed, names and days where
 * one is given. Refuses like `reviewSlip` and the printer.
 * @example await printReviewSlip(deps, principal, id, 'http://127.0.0.1:8632')
 */
export async function printReviewSlip(
  deps: Deps,
  principal: Principal,
  id: string,
  publicAddress: string,
  submissionId: string | null = null,
): Promise<Result<PrintedSheet & { readonly title: string }>> {
  const slip = reviewSlip(deps.store.read, id, submissionId)
  if (!slip.ok) return slip
  const template = findTemplate(deps.store.read, null, 'REVIEW_SLIP')
  if (!template.ok) return template
  const page: SheetPage = {
    kind: 'REVIEW_SLIP',
    template: template.value,
    data: slip.value,
    decision: UNDECIDED,
  }
  const printed = await printPage(deps, { page, file: noFiles }, publicAddress)
  if (!printed.ok) return printed
  const { pages } = printed.value
  const hash = slip.value.submissionHash
  deps.store.tx((write) =>
    record(deps, write, principal, 'notice.print-slip', { kind: 'notice', id }, { hash, pages }),
  )
  return { ok: true, value: { ...printed.value, title: slip.value.title } }
}
