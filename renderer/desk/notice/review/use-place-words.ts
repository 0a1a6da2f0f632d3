import { useTranslation } from 'react-i18next'
import type { RemarkPlace } from '../../../../domain/notice/review-remark.ts'
import type { PublicContent } from '../../../../domain/notice/content.ts'

/** Where a remark stands, in words. */
export function usePlaceWords(content: Pick<PublicContent, 'attachments'> | null) {
  const { t } = useTranslation(['review', 'terms'])
  return (place: RemarkPlace): string => {
    switch (place.part) {
      case 'WHOLE':
      case 'TITLE':
      case 'BODY':
        return t(`review:place.${place.part}`)
      case 'FIELD':
        return t(`review:place.FIELD.${place.field}`)
      case 'LANGUAGE':
        return t('review:place.LANGUAGE', { language: t(`terms:language.${place.language}`) })
      case 'ATTACHMENT':
        return t('review:place.ATTACHMENT', {
          name: content?.attachments.find(({ id }) => id === place.attachmentId)?.name ?? '',
        })
    }
  }
}
