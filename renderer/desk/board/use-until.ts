import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../server/posting/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { sheetTone } from './sheet-tone.ts'

/** Until when a sheet hangs, in few words. */
export function useUntil(today: string) {
  const { t, i18n } = useTranslation('board')
  const day = (date: string) => dayText(date, today, i18n.language)
  return (sheet: PostingView): string => {
    switch (sheetTone(sheet, today)) {
      case 'gone':
        return sheet.removedOn === null
          ? t('state.CANCELLED')
          : t('until.hung', { from: day(sheet.postedOn ?? sheet.removedOn), to: day(sheet.removedOn) })
      case 'stale':
        return sheet.stale === 'WITHDRAWN' ? t('until.withdrawn') : t('until.corrected')
      case 'planned':
      case 'late-plan':
        return sheet.plannedOn === null
          ? t('until.planned')
          : t('until.hangOn', { day: day(sheet.plannedOn) })
      case 'overdue':
        return t('until.overdue', { day: day(sheet.dueDownFrom ?? today) })
      case 'today':
        return t('until.today')
      case 'damaged':
        return t('until.damaged')
      case 'hangs':
        if (sheet.minimum !== null && today <= sheet.minimum.lastDay)
          return t('until.atLeast', { day: day(sheet.minimum.lastDay) })
        return sheet.dueDownFrom === null ? t('until.open') : t('until.from', { day: day(sheet.dueDownFrom) })
    }
  }
}
