import { useTranslation } from 'react-i18next'
import type { PublicBoard } from '../../../domain/display/public-board.ts'

/** What a board of the kiosk is called. */
export function useBoardName(): (board: PublicBoard) => string {
  const { t } = useTranslation(['kiosk', 'terms'])
  return (board) => (board === 'FINANCE' ? t('kiosk:board.FINANCE') : t(`terms:regime.${board}`))
}
