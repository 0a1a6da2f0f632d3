import { refuse, type Result, accept } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { USUAL_ORDER } from '../../../domain/language/script-order.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import type { PrintedSheet } from '../pdf-printer.ts'
import type { SheetPage } from '../sheet-page.ts'
import { joinLanguages } from './join-languages.ts'
import { pairLanguages, pairPages } from './pair-languages.ts'
import { printPage } from './print-page.ts'
import { sheetToPrint, type SheetOrder, type SheetToPrint } from './print-subject.ts'
import { typeReport } from './type-report.ts'
import type { TypeReport } from './views.ts'

type NoticePage = Extract<SheetPage, { kind: 'NOTICE' }>

/** A PDF that may go to paper, with all that was found out about it. */
export type BuiltSheet = {
  readonly sheet: SheetToPrint
  readonly bytes: Uint8Array
  readonly pages: number
  readonly type: TypeReport
}

type Print = (page: SheetPage) => Promise<Result<PrintedSheet>>
type Raw = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly glyphs: readonly PrintedSheet['glyphs'][]
}

async function inTwoLanguages(
  page: NoticePage,
  language: NoticeLanguage,
  how: 'JOINED' | 'PAIR',
  print: Print,
): Promise<Result<Raw>> {
  const pair = how === 'PAIR' ? pairPages(page, language) : null
  const chinese = await print(pair?.chinese ?? page)
  if (!chinese.ok) return chinese
  const other = await print(pair?.other ?? { ...page, language })
  if (!other.ok) return other
  const pdfs = { chinese: chinese.value.bytes, other: other.value.bytes, title: page.data.content.title }
  const glyphs = [chinese.value.glyphs, other.value.glyphs]
  if (pair === null) {
    const bytes = await joinLanguages(pdfs, page.orders[language] ?? USUAL_ORDER)
    return accept({ bytes, pages: chinese.value.pages + other.value.pages, glyphs })
  }
  const bytes = await pairLanguages(pdfs, pair.sheet)
  return bytes.ok ? accept({ bytes: bytes.value, pages: 1, glyphs }) : bytes
}

async function print(deps: Deps, sheet: SheetToPrint, address: string): Promise<Result<Raw>> {
  const one: Print = (page) => printPage(deps, { page, file: sheet.file }, address)
  const { page, layout } = sheet
  if (page.kind === 'NOTICE' && (layout.kind === 'JOINED' || layout.kind === 'PAIR')) {
    return inTwoLanguages(page, layout.language, layout.kind, one)
  }
  const printed = await one(page)
  if (!printed.ok) return printed
  const { bytes, pages, glyphs } = printed.value
  return accept({ bytes, pages, glyphs: [glyphs] })
}

/**
 * Makes the PDF of a sheet: printed by ticket, pages counted and last line found by the printer, faces read from the file.
 * Nothing is kept. Refuses what `sheetToPrint` and the printer refuse, and `print.pair-too-long`.
 * @example await buildSheet(deps, principal, { subject, templateId: 'POSTER', byHand: [] }, 'http://127.0.0.1:8632')
 */
export async function buildSheet(
  deps: Deps,
  principal: Principal,
  order: SheetOrder,
  address: string,
): Promise<Result<BuiltSheet>> {
  const sheet = sheetToPrint(deps, principal, order)
  if (!sheet.ok) return sheet
  let raw: Result<Raw>
  try {
    raw = await print(deps, sheet.value, address)
  } catch (error) {
    // A browser that died or hung: the person hears that it failed and may try again; what happened stays in the log.
    deps.logger.error({ err: error }, 'a sheet could not be printed')
    return refuse('print.failed', { reason: '' })
  }
  if (!raw.ok) return raw
  const { bytes, pages, glyphs } = raw.value
  const faces = await deps.work.run('readUsedFaces', bytes)
  return accept({ sheet: sheet.value, bytes, pages, type: typeReport(glyphs, faces) })
}
