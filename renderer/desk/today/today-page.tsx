import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TodayView } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getToday } from '../api/duty-api.ts'
import { WorkCard } from '../board/work-card.tsx'
import { DutyDesk } from '../duty/duty-desk.tsx'
import { TODAY_KEY } from '../duty/duty-keys.ts'
import { MoreDuties } from '../duty/duty-pages.tsx'
import { useDutyScope } from '../duty/duty-scope.ts'
import { EventDialog } from '../duty/event-dialog.tsx'
import { ScopeFilters } from '../duty/scope-filters.tsx'
import { instantOf } from '../duty/use-board-day.ts'
import { useBoardNow } from '../duty/use-board-now.ts'
import { MatterCard } from '../matter/matter-card.tsx'
import { ScopeWarning } from '../notice/list/scope-warning.tsx'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { Loading } from '../../shared/desk/loading.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { EmergencyCard } from './emergency-card.tsx'
import { DisplaysCard } from './displays-card.tsx'
import { EditionCard } from './edition-card.tsx'
import { NothingDue } from './nothing-due.tsx'
import { PrintCard } from './print-card.tsx'
import { ExchangeCard } from './exchange-card.tsx'
import { ReviewCard } from './review-card.tsx'
import { ClockDoubt, FootingLine, useTodayTitle } from './today-head.tsx'
import { DutyLines, TileDuties } from './today-list.tsx'
import { TODAY_SHOWS } from './today-shows.ts'
import { TodayTiles } from './today-tiles.tsx'
import { UnconfirmedCard } from './unconfirmed-card.tsx'
import './today.css'

const REFRESH_MS = 60_000
const REFRESH_RUNNING_MS = 2000

type Pages = ReturnType<typeof useTodayPages>

function useTodayPages() {
  const { scope } = useDutyScope()
  return useInfiniteQuery({
    queryKey: [...TODAY_KEY, scope],
    queryFn: ({ pageParam, signal }) =>
      getToday({ ...scope, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: (before) => before,
    // The day changes while the page stands open, and duties are being reckoned.
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.footing.upkeep === 'RUNNING' ? REFRESH_RUNNING_MS : REFRESH_MS,
  })
}

function TodayBody({ pages, view }: { readonly pages: Pages; readonly view: TodayView }) {
  const { t } = useTranslation('duty')
  const { words, scope, query, change } = useDutyScope()
  const mayRecord = useHasRole('HANDLER', 'DEPUTY_LEADER')
  const [recording, setRecording] = useState(false)
  const { footing, counts } = view
  const title = useTodayTitle(footing.today)
  const rows = pages.data?.pages.flatMap((page) => page.duties) ?? []
  const now = useBoardNow(
    instantOf(footing.clock),
    pages.dataUpdatedAt,
    rows.some((row) => row.dueAt !== null),
  )
  const show = TODAY_SHOWS.find((one) => one === query.get('show')) ?? null
  const narrowed = words.unit !== '' || words.regime !== '' || words.person !== ''
  return (
    <DutyDesk today={footing.today}>
      <PageHead title={title} sub={<FootingLine footing={footing} />}>
        {mayRecord ? <Button onClick={() => setRecording(true)}>{t('event.open')}</Button> : null}
      </PageHead>
      <ClockDoubt footing={footing} />
      <ScopeWarning />
      <TodayTiles counts={counts} show={show} choose={(one) => change({ show: one ?? '' })} />
      <div className="td-columns">
        <section className="card td-main" aria-labelledby="today-duties" aria-busy={pages.isFetching}>
          <h2>
            <span id="today-duties" className="strong">
              {show === null ? t('today.duties') : t(`today.tile.${show}`)}
            </span>
            <ScopeFilters />
            <span>
              {show === null ? (
                <a href={href('/duties')}>{t('today.month')}</a>
              ) : (
                <Button type="link" size="small" onClick={() => change({ show: '' })}>
                  {t('today.showAll')}
                </Button>
              )}
            </span>
          </h2>
          {show !== null ? (
            <TileDuties show={show} scope={scope} today={footing.today} now={now} />
          ) : rows.length === 0 ? (
            <NothingDue footing={footing} scope={scope} narrowed={narrowed} />
          ) : (
            <>
              <DutyLines rows={rows} today={footing.today} now={now} />
              <MoreDuties pages={pages} left={null} />
            </>
          )}
        </section>
        <div className="td-aside">
          <UnconfirmedCard rows={view.unconfirmed} today={footing.today} />
          <PrintCard />
          <EmergencyCard />
          <WorkCard />
          <DisplaysCard />
          <EditionCard />
          <ExchangeCard />
          <ReviewCard />
          <MatterCard />
          <CalendarCard changes={view.calendarChanges} today={footing.today} />
        </div>
      </div>
      {recording && <EventDialog footing={footing} close={() => setRecording(false)} />}
    </DutyDesk>
  )
}

/** What is overdue, due today and due soon: the page a day begins with. */
export function TodayPage() {
  const { t } = useTranslation('duty')
  const pages = useTodayPages()
  const view = pages.data?.pages[0]
  if (view !== undefined) return <TodayBody pages={pages} view={view} />
  return (
    <>
      <PageHead title={t('today.name')} />
      {pages.error === null ? (
        <Loading />
      ) : (
        <div className="empty">
          <RefusalMessage error={pages.error} />
          <Button onClick={() => void pages.refetch()}>{t('list.again')}</Button>
        </div>
      )}
    </>
  )
}
