import type { PublicContent } from '../../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { SheetForm } from '../../../domain/sheet/template.ts'
import { formFor, possibleForms } from '../../../domain/sheet/template-for.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { ordersOn } from '../../language/script-orders.ts'
import { reviewSlip } from '../../notice/review/slip.ts'
import type { Principal } from '../../principal.ts'
import { postingCertificate } from '../../posting/posting-certificate.ts'
import { takeDownPaper } from '../../posting/posting-work.ts'
import { displayCertificate } from '../public-display/certificate.ts'
import type { SheetPage } from '../sheet-page.ts'
import type { SheetTicket } from '../sheet-ticket.ts'
import { findTemplate, type TemplateInUse } from '../template/find-template.ts'
import { photosOf } from './certificate-photos.ts'
import { checkListDay, editionToPrint, type MadeWith } from './check-subject.ts'
import { noFiles } from './print-page.ts'
import type { LanguageLayout, PrintSubject } from './views.ts'

/** A subject worked out: what is printed, by which template, and what the job is called. */
export type SheetToPrint = {
  readonly title: string
  readonly template: TemplateInUse
  readonly page: SheetPage
  readonly file: SheetTicket['file']
  /** The edition it is, whether it is the newest one, and the days of a 公示; null for papers that are none. */
  readonly edition: (MadeWith & { readonly hash: string }) | null
  readonly layout: LanguageLayout
}

/** What is asked for, and what a person decided about its letters. */
export type SheetOrder = {
  readonly subject: PrintSubject
  readonly templateId: string | null
  readonly byHand: readonly string[]
}

function editionPage(
  deps: Deps,
  subject: Extract<PrintSubject, { kind: 'EDITION' }>,
  { templateId, byHand }: SheetOrder,
): Result<SheetToPrint> {
  const { read } = deps.store
  const now = deps.clock.now()
  const { hash, layout } = subject
  const sheet = editionToPrint(deps, subject)
  if (!sheet.ok) return sheet
  const content: PublicContent = sheet.value.content
  const template = findTemplate(read, templateId, formFor(content), possibleForms(content))
  if (!template.ok) return template
  const language = layout.kind === 'CHINESE' ? null : layout.language
  const text = content.texts?.find((one) => one.language === language)
  if (language !== null && !text) return refuse('notice.text-not-there', { language })
  const files = new Map(content.attachments.map(({ sha256, mediaType }) => [sha256, mediaType]))
  return accept({
    title: (layout.kind === 'ONE' ? text?.title : undefined) ?? content.title,
    template: template.value,
    page: {
      kind: 'NOTICE',
      template: template.value,
      data: sheet.value,
      language: layout.kind === 'ONE' ? layout.language : null,
      orders: ordersOn(read, civilDateOf(now)),
      decision: { byHand },
      half: null,
    },
    file: async (sha256) => {
      const mediaType = files.get(sha256)
      if (mediaType === undefined) return null
      return { path: (await deps.blobs.whole(sha256)).path, mediaType }
    },
    edition: {
      hash,
      current: sheet.value.supersededBy === null,
      displayed: sheet.value.displayed ?? null,
    },
    layout,
  })
}

type Paper = Exclude<SheetPage, { kind: 'NOTICE' | 'DUTY_LIST' }>

function paperPage(
  deps: Deps,
  order: SheetOrder,
  form: SheetForm,
  paper: {
    readonly title: string
    readonly page: (template: TemplateInUse) => Paper
    readonly file?: SheetTicket['file']
  },
): Result<SheetToPrint> {
  const template = findTemplate(deps.store.read, order.templateId, form)
  if (!template.ok) return template
  return accept({
    title: paper.title,
    template: template.value,
    page: paper.page(template.value),
    file: paper.file ?? noFiles,
    edition: null,
    layout: { kind: 'CHINESE' },
  })
}

/**
 * Works out what a subject says on paper now, as the person may see it. Refuses what its area refuses (`notice.not-found`,
 * `display.not-ended`, `posting.not-found`, `trust.role-missing` …), what `checkSubject` refuses, what `findTemplate` refuses, and `notice.text-not-there`.
 * @example sheetToPrint(deps, principal, { subject, templateId: null, byHand: [] })
 */
export function sheetToPrint(deps: Deps, principal: Principal, order: SheetOrder): Result<SheetToPrint> {
  const { subject } = order
  const decision = { byHand: order.byHand }
  switch (subject.kind) {
    case 'EDITION':
      return editionPage(deps, subject, order)
    case 'REVIEW_SLIP': {
      const slip = reviewSlip(deps.store.read, subject.noticeId, subject.submissionId)
      if (!slip.ok) return slip
      const page = (template: TemplateInUse): Paper => ({
        kind: 'REVIEW_SLIP',
        template,
        data: slip.value,
        decision,
      })
      return paperPage(deps, order, 'REVIEW_SLIP', { title: slip.value.title, page })
    }
    case 'DISPLAY_CERTIFICATE': {
      const paper = displayCertificate(deps, principal, subject.displayId, subject)
      if (!paper.ok) return paper
      const page = (template: TemplateInUse): Paper => ({
        kind: 'DISPLAY_CERTIFICATE',
        template,
        data: paper.value,
        decision,
      })
      const file = photosOf(deps, paper.value.postings)
      return paperPage(deps, order, 'DISPLAY_CERTIFICATE', { title: paper.value.title, page, file })
    }
    case 'POSTING_CERTIFICATE': {
      const paper = postingCertificate(deps, principal, subject.postingId)
      if (!paper.ok) return paper
      const page = (template: TemplateInUse): Paper => ({
        kind: 'POSTING_CERTIFICATE',
        template,
        data: paper.value,
        decision,
      })
      const file = photosOf(deps, [paper.value.posting])
      return paperPage(deps, order, 'DISPLAY_CERTIFICATE', { title: paper.value.title, page, file })
    }
    case 'TAKE_DOWN_LIST': {
      const today = checkListDay(deps, subject.on)
      if (!today.ok) return today
      const data = takeDownPaper(deps, subject.boardId)
      const title = data.boards.length === 1 ? (data.boards[0]?.name ?? '') : data.office
      const page = (template: TemplateInUse): Paper => ({ kind: 'TAKE_DOWN_LIST', template, data, decision })
      return paperPage(deps, order, 'TAKE_DOWN_LIST', { title, page })
    }
  }
}
