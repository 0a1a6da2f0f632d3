import { useTranslation } from 'react-i18next'
import type { BoardView, SheetSpot } from '../../../../server/posting/views.ts'
import { useUntil } from '../use-until.ts'
import type { SpotFault } from './spot-fault.ts'

/** What the wall says of places and sheets, to the eye and to the ear. */
export function useWallWords(board: BoardView, today: string) {
  const { t } = useTranslation('board')
  const until = useUntil(today)
  const panelName = (id: string) => board.panels.find((panel) => panel.id === id)?.name ?? ''

  /** 左栏，距左 210、距上 0 毫米。 */
  const where = ({ panelId, x, y }: SheetSpot) => t('lay.where', { panel: panelName(panelId), x, y })

  const fault = (found: SpotFault) =>
    found.kind === 'OUTSIDE' ? t('lay.outside') : t('lay.overlap', { title: found.title })

  return { where, until, fault }
}

/** Those words. */
export type WallWords = ReturnType<typeof useWallWords>
