import type { NoticeForm } from '../../domain/sheet/template.ts'
import type { SheetPage } from '../../server/display/sheet-page.ts'
import { CertificateSheet } from './certificate/display-certificate-page.tsx'
import { DocumentFace } from './document/document-face.tsx'
import { DutyListSheet } from './list/duty-list-page.tsx'
import { EmergencyPosterFace } from './poster/emergency-poster-face.tsx'
import type { Face } from './face.ts'
import { FiveOnesFace } from './five-ones/five-ones-face.tsx'
import { PlainCardFace } from './guide/plain-card-face.tsx'
import { PostingCertificateSheet } from './certificate/posting-certificate-page.tsx'
import { PosterFace } from './poster/poster-face.tsx'
import { ReviewSlipSheet } from './review-slip/review-slip-page.tsx'
import { ServiceGuideFace } from './guide/service-guide-face.tsx'
import { TakeDownListPage } from './list/take-down-list-page.tsx'

/** The face of each form a notice can be printed in. */
const NOTICE_FACES: Readonly<Record<NoticeForm, Face<'NOTICE'>>> = {
  RED_HEAD: DocumentFace,
  PLAIN: DocumentFace,
  PUBLIC_DISPLAY: DocumentFace,
  NAME_LIST: DocumentFace,
  FINANCE_TABLE: DocumentFace,
  POSTER: PosterFace,
  PLAIN_CARD: PlainCardFace,
  SERVICE_GUIDE: ServiceGuideFace,
  FIVE_ONES: FiveOnesFace,
  EMERGENCY_POSTER: EmergencyPosterFace,
}

/** The face of each other kind of sheet. */
const OTHER_FACES: { readonly [Kind in Exclude<SheetPage['kind'], 'NOTICE'>]: Face<Kind> | null } = {
  REVIEW_SLIP: ReviewSlipSheet,
  DISPLAY_CERTIFICATE: CertificateSheet,
  POSTING_CERTIFICATE: PostingCertificateSheet,
  TAKE_DOWN_LIST: TakeDownListPage,
  DUTY_LIST: DutyListSheet,
}

/**
 * The face for a sheet: by its form for a notice, else by its kind; null while there is none.
 * @example const Face = faceOf(sheet)
 */
export function faceOf(sheet: SheetPage): Face<SheetPage['kind']> | null {
  const face =
    sheet.kind === 'NOTICE' ? NOTICE_FACES[sheet.template.form as NoticeForm] : OTHER_FACES[sheet.kind]
  return face as Face<SheetPage['kind']> | null
}
