import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getDisplays } from '../api/display-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { DISPLAYS_KEY } from './display-keys.ts'
import { DisplayTable } from './display-table.tsx'

const SHOWS = ['under-way', 'all'] as const
type Show = (typeof SHOWS)[number]

function Displays({ show }: { readonly show: Show }) {
  const { t } = useTranslation(['display', 'desk'])
  const pages = useInfiniteQuery({
    queryKey: [...DISPLAYS_KEY, 'list', show],
    queryFn: ({ pageParam }) => getDisplays(show, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (pages.data === undefined) {
    if (pages.error === null) return <Loading />
    return (
      <div className="empty">
        <RefusalMessage error={pages.error} />
        <Button onClick={() => void pages.refetch()}>{t('desk:common.retry')}</Button>
      </div>
    )
  }
  const items = pages.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <EmptyState title={t(show === 'all' ? 'display:noneEver' : 'display:none')}>
        <p className="sub">{t('display:noneHint')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <DisplayTable items={items} today={pages.data.pages[0]?.today ?? ''} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('display:more')}
        </Button>
      )}
    </>
  )
}

/** Public displays: those somebody still has to do something with, or all of them. */
export function DisplaysPage() {
  const { t } = useTranslation('display')
  const [show, setShow] = useState<Show>('under-way')
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <div className="pub-filter" role="group" aria-label={t('filter')}>
        {SHOWS.map((one) => (
          <button key={one} type="button" aria-pressed={show === one} onClick={() => setShow(one)}>
            {t(one === 'all' ? 'all' : 'underWay')}
          </button>
        ))}
      </div>
      <Displays key={show} show={show} />
    </>
  )
}
