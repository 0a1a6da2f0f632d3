import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView, PostingWork } from '../../../server/posting/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { getPostingWork } from '../api/board-api.ts'
import { PrintButton } from '../print/print-button.tsx'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { POSTING_WORK_KEY } from './board-keys.ts'
import { ActButtons } from './life/act-buttons.tsx'
import { PostingDrawer } from './life/posting-drawer.tsx'
import { takeDownSheet } from './take-down-sheet.ts'
import '../notice/notice.css'
import './board.css'

const REFRESH_MS = 60_000
const SHOWN = 4
const LISTS = ['overdue', 'takeDown', 'repost', 'hang', 'withoutPhoto'] as const
type List = (typeof LISTS)[number]
/** What each list is gone through for. */
const ACT = { overdue: 'removed', takeDown: 'removed', repost: 'reposted', hang: 'posted' } as const

function Sheet(props: {
  readonly sheet: PostingView
  readonly list: List
  readonly today: string
  readonly open: (id: string) => void
}) {
  const { sheet, list, today } = props
  const { t, i18n } = useTranslation('board')
  const why =
    sheet.stale === null
      ? list === 'overdue' && sheet.dueDownFrom !== null
        ? t('until.overdue', { day: dayText(sheet.dueDownFrom, today, i18n.language) })
        : ''
      : t(sheet.stale === 'WITHDRAWN' ? 'until.withdrawn' : 'until.corrected')
  return (
    <li className="bd-work">
      <div>
        <button type="button" className="nt-link bd-work-title" onClick={() => props.open(sheet.id)}>
          {sheet.title}
        </button>
        <p className="bd-why">{sheet.boardName}</p>
        {why === '' ? null : <p className={list === 'overdue' ? 'bd-why bd-bad' : 'bd-why bd-soon'}>{why}</p>}
      </div>
      {list === 'withoutPhoto' ? (
        <button
          type="button"
          className="nt-small-button"
          aria-label={t('work.photoOf', { title: sheet.title, board: sheet.boardName })}
          onClick={() => props.open(sheet.id)}
        >
          {t('work.photo')}
        </button>
      ) : (
        <ActButtons sheet={sheet} today={today} only={ACT[list]} />
      )}
    </li>
  )
}

function Lists({ work, open }: { readonly work: PostingWork; readonly open: (id: string) => void }) {
  const { t } = useTranslation('board')
  const [all, setAll] = useState<List | null>(null)
  return LISTS.map((list) => {
    const sheets = work[list]
    if (sheets.length === 0) return null
    const shown = all === list ? sheets : sheets.slice(0, SHOWN)
    return (
      <div key={list} className="bd-work-list">
        <h3 className={list === 'overdue' ? 'bd-bad' : ''}>
          {t(`work.${list}`)} <b>{sheets.length}</b>
        </h3>
        <ul>
          {shown.map((sheet) => (
            <Sheet key={sheet.id} sheet={sheet} list={list} today={work.today} open={open} />
          ))}
        </ul>
        {shown.length === sheets.length ? null : (
          <button type="button" className="nt-link bd-work-more" onClick={() => setAll(list)}>
            {t('work.more', { count: sheets.length - shown.length })}
          </button>
        )}
      </div>
    )
  })
}

/** What a morning asks for on the boards: hang, put up again, take down, still up, without a photograph; each with its act. */
export function WorkCard() {
  const { t } = useTranslation('board')
  const may = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const [shown, setShown] = useState<string | null>(null)
  const work = useQuery({
    queryKey: POSTING_WORK_KEY,
    queryFn: ({ signal }) => getPostingWork(signal),
    // The day changes while the page stands open.
    refetchInterval: REFRESH_MS,
  }).data
  if (work === undefined) return null
  const sheets = LISTS.flatMap((list) => work[list])
  // A sheet that has just been done leaves the lists; its drawer closes with it.
  const sheet = sheets.find(({ id }) => id === shown) ?? null
  if (sheets.length === 0) return null
  const down = work.overdue.length + work.takeDown.length
  return (
    <section className="card td-side" aria-labelledby="today-boards">
      <h2>
        <span id="today-boards" className="strong">
          {t('work.title')}
        </span>
        <span>
          <a href={href('/boards')}>
            {t('work.all')}
            <span className="hidden-text">{t('boards.title')}</span>
          </a>
        </span>
      </h2>
      <Lists work={work} open={setShown} />
      {may && down > 0 ? (
        <div className="bd-work-foot">
          <PrintButton
            label={t('print.takeDownNow')}
            sheet={takeDownSheet(null, work.today, t('print.takeDown'))}
          />
        </div>
      ) : null}
      <PostingDrawer sheet={sheet} today={work.today} close={() => setShown(null)} />
    </section>
  )
}
