import { useTranslation } from 'react-i18next'
import type { Body } from '../../../../domain/notice/body.ts'
import type { AttachmentPlace, HitPlace } from '../../../../domain/privacy/gate-hit.ts'
import { bodySpot } from './gate-groups.ts'

/** Says a place the way a clerk would point at it. */
export function usePlaceWords(
  body: Body,
  attachments: readonly { readonly id: string; readonly name: string }[],
): (place: HitPlace) => string {
  const { t } = useTranslation(['notice', 'terms'])
  const inFile = (where: AttachmentPlace): string => {
    switch (where.kind) {
      case 'CELL':
      case 'CELL_COMMENT':
        return t(`gate.file.${where.kind}${where.hidden ? '_HIDDEN' : ''}`, {
          sheet: where.sheet,
          cell: where.cell,
        })
      case 'SHEET_HEADER_FOOTER':
      case 'SHEET_NAME':
        return t(`gate.file.${where.kind}`, { sheet: where.sheet })
      case 'PROPERTY':
        return t('gate.file.PROPERTY', { property: where.property })
      case 'PAGE':
        return t('gate.file.PAGE', { page: where.page })
      case 'OTHER':
        return t('gate.file.OTHER', { entry: where.entry })
      default:
        return t(`gate.file.${where.kind}`, { paragraph: where.paragraph })
    }
  }
  const nameOf = (id: string) => attachments.find((one) => one.id === id)?.name ?? ''
  return (place) => {
    switch (place.part) {
      case 'TITLE':
        return t('gate.place.TITLE')
      case 'FIELD':
        return t(`gate.place.FIELD.${place.field}`)
      case 'BODY': {
        const spot = bodySpot(body, place)
        if (spot.kind === 'PARAGRAPH') return t('gate.place.PARAGRAPH', { paragraph: spot.paragraph })
        return spot.tables > 1
          ? t('gate.place.TABLE_ROW_OF', { table: spot.table, row: spot.row })
          : t('gate.place.TABLE_ROW', { row: spot.row })
      }
      case 'LANGUAGE': {
        const language = t(`terms:language.${place.language}`)
        return place.path === null
          ? t('gate.place.LANGUAGE_TITLE', { language })
          : t('gate.place.LANGUAGE', { language })
      }
      case 'ATTACHMENT_NAME':
        return t('gate.place.ATTACHMENT_NAME', { name: nameOf(place.attachmentId) })
      case 'ATTACHMENT':
        return t('gate.place.ATTACHMENT', { name: nameOf(place.attachmentId), where: inFile(place.where) })
    }
  }
}
