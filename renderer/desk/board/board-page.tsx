import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../server/posting/views.ts'
import { getBoard } from '../api/board-api.ts'
import { useBoardDay } from '../duty/use-board-day.ts'
import { usePrintMany } from '../print/use-print-many.tsx'
import { PrintButton } from '../print/print-button.tsx'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { boardKey } from './board-keys.ts'
import { BoardPhoto } from './board-photo.tsx'
import { PostingDrawer } from './life/posting-drawer.tsx'
import { PlanHereDialog } from './list/plan-here-dialog.tsx'
import { SheetTable } from './list/sheet-table.tsx'
import { PanelsDialog } from './panels-dialog.tsx'
import { takeDownSheet } from './take-down-sheet.ts'
import { BoardWall } from './wall/board-wall.tsx'
import { useWallWords } from './wall/use-wall-words.ts'

function NoPanels({ may, add }: { readonly may: boolean; readonly add: () => void }) {
  const { t } = useTranslation('board')
  return (
    <EmptyState title={t('wall.noPanels')}>
      <p className="sub">{t('wall.noPanelsHint')}</p>
      {may ? (
        <Button type="primary" className="bd-gap" onClick={add}>
          {t('panels.open')}
        </Button>
      ) : null}
    </EmptyState>
  )
}

function OneBoard({ board, today }: { readonly board: BoardView; readonly today: string }) {
  const { t } = useTranslation(['board', 'terms'])
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const words = useWallWords(board, today)
  const [shown, setShown] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'PANELS' | 'PLAN' | null>(null)
  const close = () => setDialog(null)
  const planned = board.postings.filter(({ state }) => state === 'PLANNED')
  const printing = usePrintMany(
    planned.map(({ title, hash, noticeId }) => ({
      title,
      subject: { kind: 'EDITION', hash, noticeId, layout: { kind: 'CHINESE' } },
      noticeId,
      templateId: null,
    })),
  )
  return (
    <>
      <PageHead
        title={board.name}
        sub={[board.unitName, t(`terms:regime.${board.regime}`), board.place].filter(Boolean).join('　')}
      >
        {may ? (
          <>
            <Button onClick={() => setDialog('PANELS')}>{t('board:panels.open')}</Button>
            <PrintButton
              label={t('board:print.takeDown')}
              sheet={takeDownSheet(board.id, today, t('board:print.takeDown'))}
            />
            <Button disabled={planned.length === 0} onClick={printing.open}>
              {t('board:print.inOrder', { count: planned.length })}
            </Button>
            <Button type="primary" onClick={() => setDialog('PLAN')}>
              {t('board:planHere.open')}
            </Button>
          </>
        ) : null}
      </PageHead>
      {board.disabled ? <p className="note">{t('board:disabled')}</p> : null}
      <section className="card" aria-label={t('board:wall.title')}>
        {board.panels.length === 0 ? (
          <NoPanels may={may} add={() => setDialog('PANELS')} />
        ) : (
          <BoardWall board={board} today={today} may={may} open={setShown} />
        )}
      </section>
      <div className="bd-columns">
        <section className="card" aria-labelledby="board-sheets">
          <h2>
            <span id="board-sheets" className="strong">
              {t('board:list.title')}
            </span>
            <span className="sub">{t('board:list.order')}</span>
          </h2>
          {board.postings.length === 0 ? (
            <EmptyState title={t('board:list.none')}>
              <p className="sub">{t('board:list.noneHint')}</p>
            </EmptyState>
          ) : (
            <SheetTable sheets={board.postings} today={today} words={words} open={setShown} />
          )}
        </section>
        <BoardPhoto board={board} today={today} may={may} />
      </div>
      <PostingDrawer
        sheet={board.postings.find(({ id }) => id === shown) ?? null}
        today={today}
        close={() => setShown(null)}
      />
      {dialog === 'PANELS' ? <PanelsDialog board={board} close={close} /> : null}
      {dialog === 'PLAN' ? <PlanHereDialog board={board} today={today} close={close} /> : null}
      {printing.dialog}
    </>
  )
}

/** One board: drawn to scale with what hangs on it, what is to hang, and its photograph. */
export function BoardPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('board')
  const { today } = useBoardDay()
  const board = useQuery({
    queryKey: boardKey(id),
    queryFn: ({ signal }) => getBoard(id, signal),
    staleTime: 0,
  })
  return (
    <>
      <p className="bd-back">
        <a href={href('/boards')}>{t('back')}</a>
      </p>
      <QueryBody query={board}>{(data) => <OneBoard board={data} today={today} />}</QueryBody>
    </>
  )
}
