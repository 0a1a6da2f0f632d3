import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../server/posting/views.ts'
import { getBoards } from '../api/board-api.ts'
import { useBoardDay } from '../duty/use-board-day.ts'
import { PrintButton } from '../print/print-button.tsx'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { boardCounts } from './board-counts.ts'
import { BOARDS_KEY } from './board-keys.ts'
import { RulesCard } from './rule/rules-card.tsx'
import { takeDownSheet } from './take-down-sheet.ts'

function Line({ board, today }: { readonly board: BoardView; readonly today: string }) {
  const { t } = useTranslation(['board', 'terms'])
  const { up, toHang, toTakeDown, free } = boardCounts(board, today)
  return (
    <tr>
      <td className="bd-name">
        <a className="strong" href={href(`/boards/${encodeURIComponent(board.id)}`)}>
          {board.name}
        </a>{' '}
        <span className="sub nowrap">{t(`terms:regime.${board.regime}`)}</span>{' '}
        {board.disabled ? <span className="pill">{t('board:disabledPill')}</span> : null}
        {board.place === '' ? null : <p className="bd-why">{board.place}</p>}
      </td>
      <td className="number">{up}</td>
      <td className={toHang === 0 ? 'number' : 'number bd-soon'}>{toHang}</td>
      <td className={toTakeDown === 0 ? 'number' : 'number bd-bad'}>{toTakeDown}</td>
      <td className="number">
        {board.panels.length === 0 ? <span className="sub">{t('board:boards.noPanels')}</span> : free}
      </td>
    </tr>
  )
}

/** Boards by unit, in the order they come. */
function byUnit(boards: readonly BoardView[]): readonly (readonly [string, readonly BoardView[]])[] {
  return [...Map.groupBy(boards, ({ unitId }) => unitId).entries()]
}

/** The physical boards of the office and its units: what hangs, what is to go up and come down, and where there is room. */
export function BoardsPage() {
  const { t } = useTranslation('board')
  const { today } = useBoardDay()
  const mayAdd = useHasRole('ADMINISTRATOR')
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const boards = useQuery({
    queryKey: [...BOARDS_KEY, 'list'],
    queryFn: ({ signal }) => getBoards(signal),
    staleTime: 0,
  })
  return (
    <>
      <PageHead title={t('boards.title')} sub={t('boards.sub')}>
        {may && (boards.data?.length ?? 0) > 0 ? (
          <PrintButton label={t('print.takeDown')} sheet={takeDownSheet(null, today, t('print.takeDown'))} />
        ) : null}
      </PageHead>
      <QueryBody query={boards}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('boards.none')}>
              <p className="sub">{mayAdd ? t('boards.noneAdd') : t('boards.noneAsk')}</p>
              <a href={href('/units')}>{t('boards.toUnits')}</a>
            </EmptyState>
          ) : (
            <>
              {byUnit(all).map(([unitId, own]) => (
                <section key={unitId} className="card" aria-labelledby={`unit-${unitId}`}>
                  <h2>
                    <span id={`unit-${unitId}`} className="strong">
                      {own[0]?.unitName}
                    </span>
                  </h2>
                  <table className="plain bd-boards">
                    <thead>
                      <tr>
                        <th>{t('boards.board')}</th>
                        <th className="number">{t('boards.up')}</th>
                        <th className="number">{t('boards.toHang')}</th>
                        <th className="number">{t('boards.toTakeDown')}</th>
                        <th className="number">{t('boards.free')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {own.map((board) => (
                        <Line key={board.id} board={board} today={today} />
                      ))}
                    </tbody>
                  </table>
                </section>
              ))}
              <RulesCard />
            </>
          )
        }
      </QueryBody>
    </>
  )
}
