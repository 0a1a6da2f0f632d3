import { sha256 } from '../../../platform/sha256.ts'
import { canonicalContent } from '../../../domain/notice/canonical-content.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { checkTemplate } from '../../../domain/sheet/check-template.ts'
import { NOTICE_FORMS, type SheetForm, type SheetTemplate } from '../../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { ordersOn } from '../../language/script-orders.ts'
import { publicOffice } from '../public-views.ts'
import { printableSheet } from '../sheet-data.ts'
import { type SheetPage, UNDECIDED } from '../sheet-page.ts'
import type { SheetTicket } from '../sheet-ticket.ts'
import type { SheetData } from '../views.ts'
import { sampleContent } from './sample-content.ts'
import { sampleCertificate, sampleSlipView, sampleTakeDown } from './sample-records.ts'

/** A template nobody has saved yet, and what to look at it with: an edition by its hash, or (null) an invented sheet. */
export type PreviewAsked = {
  readonly form: SheetForm
  readonly definition: TemplateDefinition
  readonly hash: string | null
}

const LIFE_MS = 600_000

function sampleData(deps: Deps, form: (typeof NOTICE_FORMS)[number]): SheetData {
  const office = publicOffice(deps.store.read)
  const content = sampleContent(form, office)
  const hash = sha256(canonicalContent(content))
  return {
    // An invented notice must never pass for one of the office: every page says that it is not published.
    draft: true,
    office,
    indexNumber: null,
    editionNumber: null,
    hash,
    publishDate: null,
    content,
    attachmentBase: '',
    code: `BOARD:DRAFT:${hash}`,
    codeWords: [],
    supersededBy: null,
  }
}

function pageOf(deps: Deps, template: SheetTemplate, hash: string | null): Result<SheetPage> {
  const { read } = deps.store
  const now = deps.clock.now()
  const office = publicOffice(read)
  switch (template.form) {
    case 'REVIEW_SLIP':
      return accept({ kind: 'REVIEW_SLIP', template, data: sampleSlipView(office), decision: UNDECIDED })
    case 'DISPLAY_CERTIFICATE':
      return accept({
        kind: 'DISPLAY_CERTIFICATE',
        template,
        data: sampleCertificate(office),
        decision: UNDECIDED,
      })
    case 'TAKE_DOWN_LIST':
      return accept({ kind: 'TAKE_DOWN_LIST', template, data: sampleTakeDown(office), decision: UNDECIDED })
    default: {
      const form = NOTICE_FORMS.find((one) => one === template.form)
      if (form === undefined) return refuse('template.wrong-form')
      const data = hash === null ? accept(sampleData(deps, form)) : printableSheet(read, hash, now)
      if (!data.ok) return data
      return accept({
        kind: 'NOTICE',
        template,
        data: data.value,
        language: null,
        orders: ordersOn(read, civilDateOf(now)),
        decision: UNDECIDED,
        half: null,
      })
    }
  }
}

function filesOf(deps: Deps, page: SheetPage): SheetTicket['file'] {
  const pictures = page.kind === 'NOTICE' ? page.data.content.attachments : []
  return async (asked) => {
    const picture = pictures.find((one) => one.sha256 === asked && one.role === 'INLINE_IMAGE')
    if (picture === undefined) return null
    const { path } = await deps.blobs.whole(asked)
    return { path, mediaType: picture.mediaType }
  }
}

/** Looked at at once, and never longer than what it shows may be shown. */
function untilEnd({ store: { read }, clock }: Deps, hash: string | null): () => boolean {
  const began = Date.parse(clock.now())
  return () => {
    const now = clock.now()
    const age = Date.parse(now) - began
    return age >= 0 && age < LIFE_MS && (hash === null || printableSheet(read, hash, now).ok)
  }
}

/**
 * Lays a sheet ready that is set by a template nobody has saved, for the page of a person at the desk, for ten minutes. Refuses
 * `template.invalid`, `template.part-missing`, `notice.not-found` for an edition that may not be printed.
 * @example previewTicket(deps, { form: 'POSTER', definition, hash: null })
 */
export function previewTicket(deps: Deps, { form, definition, hash }: PreviewAsked): Result<SheetTicket> {
  const fits = checkTemplate(form, definition)
  if (!fits.ok) return fits
  const page = pageOf(deps, { ...definition, id: form, form, name: '' }, hash)
  if (!page.ok) return page
  return accept({ page: page.value, file: filesOf(deps, page.value), holds: untilEnd(deps, hash) })
}
