import { useTranslation } from 'react-i18next'
import { PUBLIC_BOARDS } from '../../../domain/display/public-board.ts'
import { useShelves } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'
import { useLists } from '../list/list-queries.ts'
import { useMatters } from '../matter/matter-queries.ts'
import { useBoardName } from './board-name.ts'

/** The boards as they hang on the wall, and what is public beside notices; what an office does not have is not offered. */
export function BoardsRow() {
  const { t } = useTranslation('kiosk')
  const nameOf = useBoardName()
  const shelves = useShelves().data
  const lists = useLists().data?.lists.length ?? 0
  const { total: matters = 0, open = 0 } = useMatters().data?.pages[0] ?? {}
  const boards = PUBLIC_BOARDS.filter(
    (board) =>
      board === 'GOV' ||
      shelves?.boards.some((known) => known.board === board && known.count > 0) === true ||
      shelves?.units.some(({ regime }) => regime === board) === true,
  )
  return (
    <nav className="boards" aria-label={t('board.all')}>
      <ul className="boards-row">
        {boards.map((board) => (
          <li key={board}>
            <Go to={{ page: 'board', board }} className="board-link">
              <Label>{nameOf(board)}</Label>
            </Go>
          </li>
        ))}
        {matters > 0 ? (
          <li>
            <Go to={{ page: 'matters' }} className="board-link">
              <span>{t('matters.title')}</span>
              {open > 0 ? <small>{t('matters.openShort', { number: open })}</small> : null}
            </Go>
          </li>
        ) : null}
        {lists > 0 ? (
          <li>
            <Go to={{ page: 'lists' }} className="board-link">
              <span>{t('lists.title')}</span>
            </Go>
          </li>
        ) : null}
        <li>
          <Go to={{ page: 'groups' }} className="board-link">
            <span>{t('home.allGroups')}</span>
          </Go>
        </li>
      </ul>
    </nav>
  )
}
