import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_STATES, type NoticeState } from '../../../../domain/notice/notice-state.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { NOTICE_COUNTS_KEY } from '../../query-client.ts'
import { replace, useRoute } from '../../../shared/desk/route.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { PageHead } from '../../../shared/desk/page-head.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { NOTICES_KEY } from '../keys.ts'
import { countNotices, listNotices } from '../notice-api.ts'
import { BatchBar } from './batch-bar.tsx'
import { NewNotice } from './new-notice.tsx'
import { NoticeLine } from './notice-line.tsx'
import { ScopeWarning } from './scope-warning.tsx'
import { StateFilter } from './state-filter.tsx'

function addressOf(state: NoticeState | null, q: string): string {
  const query = new URLSearchParams()
  if (state) query.set('state', state)
  if (q) query.set('q', q)
  const text = query.toString()
  return text === '' ? '/notices' : `/notices?${text}`
}

/** All notices of the office, narrowed by state and by words. The address keeps both, so that back comes back here. */
export function NoticeList() {
  const { t } = useTranslation(['notice', 'terms'])
  const { query } = useRoute()
  const mayWrite = useHasRole('HANDLER')
  const q = query.get('q') ?? ''
  const state = NOTICE_STATES.find((known) => known === query.get('state')) ?? null
  const counts = useQuery({
    queryKey: NOTICE_COUNTS_KEY,
    queryFn: ({ signal }) => countNotices(signal),
    staleTime: 0,
  })
  const list = useInfiniteQuery({
    queryKey: [...NOTICES_KEY, state, q],
    queryFn: ({ pageParam, signal }) =>
      listNotices(
        { ...(state ? { state } : {}), ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const total = list.data?.pages[0]?.total ?? 0
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pickOf = (id: string) => ({
    chosen: chosen.has(id),
    change: (on: boolean) => {
      setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
    },
  })
  const narrowed = state !== null || q !== ''
  return (
    <>
      <PageHead title={t('notice:list.title')} sub={t('notice:list.sub')}>
        {mayWrite ? <NewNotice /> : null}
      </PageHead>
      <ScopeWarning />
      <div className="nt-filters">
        <StateFilter
          chosen={state}
          counts={counts.data ?? null}
          choose={(next) => {
            replace(addressOf(next, q))
          }}
        />
      </div>
      <QueryBody query={list}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t(narrowed ? 'notice:list.nothingFound' : 'notice:list.empty')}>
              {narrowed ? (
                <p className="nt-gap">
                  <Button
                    onClick={() => {
                      replace('/notices')
                    }}
                  >
                    {t('notice:list.showAll')}
                  </Button>
                </p>
              ) : (
                <p className="nt-soft">{t(mayWrite ? 'notice:list.emptyNext' : 'notice:list.emptyWait')}</p>
              )}
            </EmptyState>
          ) : (
            <div className="nt-list" aria-busy={list.isFetching}>
              <p className="nt-soft">
                {q === '' ? (
                  t('notice:list.total', { count: total })
                ) : (
                  <>
                    {t('notice:list.found', { total, words: q })}{' '}
                    <Button
                      type="link"
                      size="small"
                      onClick={() => {
                        replace(addressOf(state, ''))
                      }}
                    >
                      {t('notice:list.showAll')}
                    </Button>
                  </>
                )}
              </p>
              {mayWrite && state === 'APPROVED' ? (
                <BatchBar
                  // The list stands newest first; numbers are given in the order in which things were approved.
                  chosen={rows.filter(({ id }) => chosen.has(id)).toReversed()}
                  clear={() => {
                    setChosen(new Set())
                  }}
                />
              ) : null}
              <ul>
                {rows.map((row) => (
                  <NoticeLine
                    key={row.id}
                    row={row}
                    {...(mayWrite && state === 'APPROVED' && { pick: pickOf(row.id) })}
                  />
                ))}
              </ul>
              {list.hasNextPage ? (
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('notice:list.more', { count: total - rows.length })}
                </Button>
              ) : null}
              <RefusalMessage error={list.error} />
            </div>
          )
        }
      </QueryBody>
    </>
  )
}
