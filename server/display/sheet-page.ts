import type { SheetTemplate } from '../../domain/sheet/template.ts'
import type { NoticeLanguage } from '../../domain/notice/language.ts'
import type { ScriptOrder } from '../../domain/language/script-order.ts'
import type { DutyListPaper } from '../duty/duty-list-pdf.ts'
import type { ReviewSlipView } from '../notice/review/views.ts'
import type { TakeDownPaper } from '../posting/views.ts'
import type { CertificatePaper, PostingPaper } from './public-display/views.ts'
import type { SheetData } from './views.ts'

/** Characters a person has decided about before printing: those to be left as an empty square and written in by hand. */
export type TypeDecision = { readonly byHand: readonly string[] }

type Paper<K extends string, D> = {
  readonly kind: K
  readonly template: SheetTemplate
  readonly data: D
  readonly decision: TypeDecision
}

/** Nobody has decided anything: a sheet that is only looked at, or made without being asked about its letters. */
export const UNDECIDED: TypeDecision = { byHand: [] }

/** Everything a page of `renderer/sheet` can be asked to print, with the template it is set by. */
export type SheetPage =
  | {
      readonly kind: 'NOTICE'
      readonly template: SheetTemplate
      readonly data: SheetData
      /** Print the text in this language in place of the Chinese one. */
      readonly language: NoticeLanguage | null
      /** How scripts stand together, by language, as set for the day. */
      readonly orders: Readonly<Record<string, ScriptOrder>>
      readonly decision: TypeDecision
      /** Set on half a sheet beside another script: the page is as wide as this, in millimetres; null for a page of its own. */
      readonly half: { readonly width: number; readonly height: number } | null
    }
  | Paper<'REVIEW_SLIP', ReviewSlipView>
  | Paper<'DISPLAY_CERTIFICATE', CertificatePaper>
  | Paper<'POSTING_CERTIFICATE', PostingPaper>
  | Paper<'TAKE_DOWN_LIST', TakeDownPaper>
  | { readonly kind: 'DUTY_LIST'; readonly data: DutyListPaper }
