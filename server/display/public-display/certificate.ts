import { reckonDisplay } from '../../../domain/display/display-run.ts'
import { stillRuns } from '../../../domain/display/display-state.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record as log } from '../../audit/record.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { printPage } from '../print/print-page.ts'
import { photosOf } from '../print/certificate-photos.ts'
import { findTemplate } from '../template/find-template.ts'
import type { PrintedSheet } from '../pdf-printer.ts'
import { hungOnNoBoard } from '../../posting/hung-on-no-board.ts'
import { certificatePostings } from '../../posting/posting-certificate.ts'
import { publicOffice } from '../public-views.ts'
import { type SheetPage, UNDECIDED } from '../sheet-page.ts'
import { certificateScreens } from './certificate-screens.ts'
import { objectionViews, runViews } from './display-detail.ts'
import { displayStanding, hangsNoMore } from './display-facts.ts'
import { editionOf, viewingOf } from './display-views.ts'
import { DISPLAY_ROLES } from './find-display.ts'
import type { CertificatePaper } from './views.ts'

/**
 * What the certificate of a display (公示证明) says, from the records alone: what hung where from when to when and how that was
 * reckoned, every span, how many objected and how each was answered (no names), the result, an early removal, the postings, and
 * the head of the log it was taken from. While the display has not ended there is only an interim one. Refuses
 * `trust.role-missing`, `display.not-found`, `display.not-ended`.
 * @example displayCertificate(deps, principal, id, { interim: false })
 */
export function displayCertificate(
  deps: Deps,
  principal: Principal,
  id: string,
  { interim }: { readonly interim: boolean },
): Result<CertificatePaper> {
  const allowed = requireRole(principal, ...DISPLAY_ROLES)
  if (!allowed.ok) return allowed
  const viewing = viewingOf(deps)
  const { read, calendar, today } = viewing
  const record = read.publicDisplay.byId(id)
  if (!record) return refuse('display.not-found')
  const standing = displayStanding(record, calendar, today)
  const { run, lastDay, state, result } = standing
  if (!interim && stillRuns(state)) return refuse('display.not-ended', { lastDay })
  const edition = editionOf(read, standing)
  const { display: plan, unit } = JSON.parse(edition.content) as PublicContent
  if (!plan) throw new Error('a span names an edition of a 公示')
  const head = read.audit.newest()
  return accept({
    interim: stillRuns(state),
    office: publicOffice(read).name,
    unit: unit?.name ?? null,
    today,
    title: edition.title,
    documentNumber: edition.documentNumber,
    indexNumber: edition.indexNumber,
    hash: edition.hash,
    state,
    basis: plan.basis,
    places: plan.places.map(({ name }) => name),
    startsOn: run.startsOn,
    endsOn: run.endsOn,
    lastDay,
    reckoned: { ...reckonDisplay(run.term, calendar), term: run.term },
    runs: runViews(record, viewing).map(({ by: _by, at: _at, ...one }) => one),
    objections: objectionViews(record, standing, viewing).map((one) => {
      const answer = one.entries.findLast(({ kind }) => kind === 'ANSWERED')
      return {
        number: one.number,
        receivedOn: one.receivedOn,
        channel: one.channel,
        late: one.late,
        answer: answer?.answer ?? '',
        answeredOn: answer ? civilDateOf(answer.at) : null,
        mergedInto: one.mergedInto,
      }
    }),
    result:
      result?.decided?.decision === 'CONFIRMED' ? { text: result.text, on: result.decided.decidedOn } : null,
    removal: state === 'REMOVED_EARLY' ? hangsNoMore(standing) : null,
    postings: certificatePostings(deps, record.display.noticeId),
    hungOnNoBoard: standing.stop === null && hungOnNoBoard(deps, record.display.noticeId, lastDay),
    screens: certificateScreens(deps, {
      indexNumber: edition.indexNumber,
      startsOn: run.startsOn,
      lastDay,
    }),
    auditHead: { sequence: head?.sequence ?? 0, hash: head?.hash ?? '' },
  })
}

/**
 * Prints the certificate. Printing goes into the log. Refuses like `displayCertificate` and the printer.
 * @example await printCertificate(deps, principal, id, { interim: false }, 'http://127.0.0.1:8632')
 */
export async function printCertificate(
  deps: Deps,
  principal: Principal,
  id: string,
  input: { readonly interim: boolean },
  publicAddress: string,
): Promise<Result<PrintedSheet & { readonly title: string }>> {
  const paper = displayCertificate(deps, principal, id, input)
  if (!paper.ok) return paper
  const template = findTemplate(deps.store.read, null, 'DISPLAY_CERTIFICATE')
  if (!template.ok) return template
  const page: SheetPage = {
    kind: 'DISPLAY_CERTIFICATE',
    template: template.value,
    data: paper.value,
    decision: UNDECIDED,
  }
  const printed = await printPage(deps, { page, file: photosOf(deps, paper.value.postings) }, publicAddress)
  if (!printed.ok) return printed
  const { pages } = printed.value
  const { interim, title } = paper.value
  deps.store.tx((write) =>
    log(deps, write, principal, 'display.certificate', { kind: 'display', id }, { pages, interim }),
  )
  return accept({ ...printed.value, title })
}
