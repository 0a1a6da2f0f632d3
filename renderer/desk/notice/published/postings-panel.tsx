import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRecord } from '../../../../server/notice/archive/views.ts'
import type { EditionView } from '../../../../server/notice/views.ts'
import type { PostingView } from '../../../../server/posting/views.ts'
import { getPostingsOf } from '../../api/board-api.ts'
import { noticePostingsKey } from '../../board/board-keys.ts'
import { ActButtons } from '../../board/life/act-buttons.tsx'
import { PostingDrawer } from '../../board/life/posting-drawer.tsx'
import { SheetPill } from '../../board/life/state-pill.tsx'
import { PlanDialog } from '../../board/list/plan-dialog.tsx'
import { useUntil } from '../../board/use-until.ts'
import { useBoardDay } from '../../duty/use-board-day.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { Panel } from '../panel.tsx'
import { RegisterPosting } from './register-posting.tsx'
import '../../board/board.css'

type Props = {
  readonly id: string
  readonly record: NoticeRecord
  readonly editions: readonly EditionView[]
}

function Line(props: { readonly sheet: PostingView; readonly today: string; readonly open: () => void }) {
  const { sheet, today } = props
  const { t } = useTranslation('board')
  const until = useUntil(today)
  const counted = sheet.photos.filter(({ inError }) => inError === null).length
  return (
    <li className={sheet.state === 'ENTERED_IN_ERROR' ? 'nt-line bd-in-error' : 'nt-line'}>
      <div className="nt-line-title">
        <button
          type="button"
          className="nt-link strong bd-struck"
          aria-label={t('notice.details', { title: sheet.title, board: sheet.boardName })}
          onClick={props.open}
        >
          {sheet.boardName}
        </button>
        <SheetPill sheet={sheet} today={today} />
        {sheet.early === null ? null : <span className="nt-pill nt-pill-r">{t('early.pill')}</span>}
      </div>
      <div className="nt-soft">
        {t('notice.line', { number: sheet.editionNumber, until: until(sheet) })}
        {['PLANNED', 'CANCELLED', 'ENTERED_IN_ERROR'].includes(sheet.state)
          ? ''
          : `　${counted === 0 ? t('notice.noPhoto') : t('notice.photos', { count: counted })}`}
      </div>
      <ActButtons sheet={sheet} today={today} short />
    </li>
  )
}

/** Where the paper is to hang, hangs and hung; each sheet opens with its life and photographs. */
export function PostingsPanel({ id, record, editions }: Props) {
  const { t } = useTranslation('board')
  const { today } = useBoardDay()
  const [dialog, setDialog] = useState<'PLAN' | 'REGISTER' | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const sheets = useQuery({
    queryKey: noticePostingsKey(id),
    queryFn: ({ signal }) => getPostingsOf(id, signal),
    staleTime: 0,
  })
  const mayPost = record.may.post && record.boards.length > 0
  return (
    <Panel title={t('notice.title')}>
      <QueryBody query={sheets}>
        {(list) =>
          list.length === 0 ? (
            <p className="nt-soft">{t(record.boards.length === 0 ? 'notice.noBoards' : 'notice.none')}</p>
          ) : (
            <ul className="nt-lines">
              {list.map((sheet) => (
                <Line key={sheet.id} sheet={sheet} today={today} open={() => setShown(sheet.id)} />
              ))}
            </ul>
          )
        }
      </QueryBody>
      {mayPost ? (
        <div className="bd-acts">
          <Button onClick={() => setDialog('PLAN')}>{t('plan.open')}</Button>
          <Button onClick={() => setDialog('REGISTER')}>{t('notice.register')}</Button>
        </div>
      ) : null}
      {dialog === 'PLAN' ? (
        <PlanDialog
          noticeId={id}
          boards={record.boards}
          editions={editions.filter(({ state }) => state === 'PUBLISHED')}
          today={today}
          close={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'REGISTER' ? (
        <RegisterPosting id={id} record={record} close={() => setDialog(null)} />
      ) : null}
      <PostingDrawer
        sheet={(sheets.data ?? []).find((one) => one.id === shown) ?? null}
        today={today}
        close={() => setShown(null)}
      />
    </Panel>
  )
}
