import { useTranslation } from 'react-i18next'
import type { PhotoFile } from '../../../../server/posting/views.ts'
import { instantDayText } from '../../../shared/duty/day-text.ts'
import { claimWords } from './drift-words.ts'

/** What is said of a photograph: what it shows, when it came, what it says of itself. */
export function usePhotoWords(today: string) {
  const { t, i18n } = useTranslation(['board'])
  return (photo: PhotoFile) => ({
    name: t('board:photo.name', {
      moment: t(`board:photo.moment.${photo.moment}`),
      view: t(`board:photo.view.${photo.view}`),
    }),
    received: t('board:photo.received', {
      time: instantDayText(photo.receivedAt, today, i18n.language),
      source: t(`board:photo.source.${photo.source}`),
      by: photo.by,
    }),
    claim: claimWords(photo, today, i18n.language, t),
    doubt: photo.clockDoubtful ? t('board:photo.clockDoubtful') : '',
  })
}
