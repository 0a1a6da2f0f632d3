import type {
  PrintHistory,
  PrintJobView,
  PrintMeans,
  PrintRoute,
  PrintRun,
  PrintSubject,
} from '../../../server/display/print/views.ts'
import type { OfferedTemplate } from '../../../server/display/template/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send } from '../../shared/request.ts'

const { history, jobs, means } = api.desk.print

/** One thing to print and the template it is set by; null leaves the choice to the server. */
export type PrintOrder = { readonly subject: PrintSubject; readonly templateId: string | null }

/** What a person asks a printer for; `pages` as typed, empty for all. */
export type SendOrder = {
  readonly route: PrintRoute
  readonly printer: string
  readonly copies: number
  readonly pages: string
}

/** What a person says came out of one sending; `pages` are those that did, when only a part came. */
export type Outcome = {
  readonly run: number
  readonly came: NonNullable<PrintRun['outcome']>['came']
  readonly pages: string
}

/** What this computer can print with. */
export function getPrintMeans(): Promise<PrintMeans> {
  return taken(means.$get())
}

/** Print jobs somebody still has to do something with, newest first. */
export function getOpenPrints(signal?: AbortSignal): Promise<readonly PrintJobView[]> {
  return taken(jobs.$get({}, { init: signal === undefined ? {} : { signal } }))
}

/** What was sent to paper, the last sent first: of a notice, or with words in the title; `before` a job goes on after it. */
export function getPrintHistory(
  asked: { readonly words?: string; readonly notice?: string; readonly before?: string },
  signal?: AbortSignal,
): Promise<PrintHistory> {
  return taken(history.$get({ query: asked }, { init: signal === undefined ? {} : { signal } }))
}

/** One print job. */
export function getPrintJob(id: string, signal?: AbortSignal): Promise<PrintJobView> {
  return taken(jobs[':id'].$get({ param: { id } }, { init: signal === undefined ? {} : { signal } }))
}

/** Has the PDF of a sheet made. */
export function createPrintJob(order: PrintOrder): Promise<PrintJobView> {
  return taken(jobs.$post({ json: order }))
}

/** Has the PDFs of many sheets made, in the order given. */
export function createPrintJobs(orders: readonly PrintOrder[]): Promise<readonly PrintJobView[]> {
  return taken(jobs.many.$post({ json: { subjects: [...orders], order: 'AS_GIVEN' } }))
}

/** Says which characters are left for the pen; the rest is printed in the face that stands in. */
export function decideGlyphs(id: string, byHand: readonly string[]): Promise<PrintJobView> {
  return taken(jobs[':id'].decide.$post({ param: { id }, json: { byHand: [...byHand] } }))
}

/** Hands a job to paper, or notes that the browser does. */
export function sendPrintJob(id: string, order: SendOrder): Promise<PrintJobView> {
  return taken(jobs[':id'].send.$post({ param: { id }, json: order }))
}

/** Says what came out. */
export function tellOutcome(id: string, outcome: Outcome): Promise<PrintJobView> {
  return taken(jobs[':id'].outcome.$post({ param: { id }, json: outcome }))
}

/** Gives a job up. */
export function cancelPrintJob(id: string): Promise<PrintJobView> {
  return taken(jobs[':id'].cancel.$post({ param: { id }, json: {} }))
}

/** The PDF of a job, the very bytes that are printed; `pages` as typed, empty for all. */
export async function getPrintPdf(id: string, pages: string, signal?: AbortSignal): Promise<Blob> {
  const chosen = pages === '' ? '' : `?pages=${encodeURIComponent(pages)}`
  const path = `/api/desk/print/jobs/${encodeURIComponent(id)}/pdf${chosen}`
  return (await send(path, signal === undefined ? {} : { signal })).blob()
}

/** The templates offered for a notice, the one that suits best first. */
export function getOfferedTemplates(id: string, signal?: AbortSignal): Promise<readonly OfferedTemplate[]> {
  const init = signal === undefined ? {} : { signal }
  return taken(api.desk.notices[':id']['sheet-templates'].$get({ param: { id } }, { init }))
}
