import { useTranslation } from 'react-i18next'
import type { PublicBoard } from '../../../domain/display/public-board.ts'
import { useHome, useShelves } from '../frame/board-queries.ts'
import { useBoardName } from './board-name.ts'
import { CountTile } from './count-tile.tsx'
import { GroupTile } from './group-tile.tsx'
import { NoticeList } from './notice-list.tsx'

// The township's own board is large and sorted by headings; those of villages and branches go by whose they are.
function Ways({ board }: { board: PublicBoard }) {
  const { t } = useTranslation('kiosk')
  const units = useShelves().data?.units.filter(({ regime }) => regime === board) ?? []
  const groups = useHome().data?.home.groups.filter(({ regime }) => regime === board) ?? []
  const own = board === 'GOV' ? [] : units
  if (own.length === 0 && groups.length < 2) return null
  return (
    <nav aria-label={own.length > 0 ? t('board.units') : t('board.groups')}>
      <ul className="tiles">
        {own.length > 0
          ? own.map(({ id, name, count }) => (
              <CountTile key={id} to={{ page: 'unit', unit: id }} name={name} count={count} small />
            ))
          : groups.map((group) => <GroupTile key={group.id} group={group} />)}
      </ul>
    </nav>
  )
}

/** One board of the wall: its villages, branches or headings, and under them what is newest on it. */
export function BoardPage(props: { board: PublicBoard }) {
  const { board } = props
  const nameOf = useBoardName()
  return (
    <NoticeList
      asked={{ board }}
      title={nameOf(board)}
      before={board === 'FINANCE' ? null : <Ways board={board} />}
    />
  )
}
