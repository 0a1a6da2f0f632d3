import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeskSearch, emptySearch } from '../../../domain/notice/desk-search.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { exportFound, findNotices } from '../api/search-api.ts'
import { NOTICES_KEY } from '../notice/keys.ts'
import { NoticeLine } from '../notice/list/notice-line.tsx'
import '../notice/notice.css'
import { replace, useRoute } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { offerFile } from '../../shared/desk/offer-file.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { addressOfSearch, searchOfAddress } from './search-address.ts'
import { SearchForm } from './search-form.tsx'
import './search.css'

function Found({ search }: { readonly search: DeskSearch }) {
  const { t } = useTranslation('search')
  const list = useInfiniteQuery({
    queryKey: [...NOTICES_KEY, 'search', search],
    queryFn: ({ pageParam, signal }) => findNotices(search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  const download = useMutation({
    mutationFn: () => exportFound(search),
    onSuccess: (file) => {
      offerFile(file, `${t('title')}.xlsx`)
    },
  })
  return (
    <QueryBody query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.items)
        const [first] = pages
        if (!first || rows.length === 0) {
          return (
            <EmptyState title={t('nothing')}>
              <p className="sub">{t('nothingHint')}</p>
            </EmptyState>
          )
        }
        return (
          <div className="nt-list" aria-busy={list.isFetching}>
            <div className="se-head">
              <p className="nt-soft" role="status">
                {t(first.more ? 'foundMore' : 'found', { count: first.total })}
              </p>
              <Button size="small" loading={download.isPending} onClick={() => download.mutate()}>
                {t('export')}
              </Button>
            </div>
            <RefusalMessage error={download.error} />
            <ul>
              {rows.map((row) => (
                <NoticeLine key={row.id} row={row} />
              ))}
            </ul>
            {list.hasNextPage ? (
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </div>
        )
      }}
    </QueryBody>
  )
}

/** Finds notices by everything that is known of them. The address keeps the search, so that back comes back to it. */
export function SearchPage() {
  const { t } = useTranslation('search')
  const { query } = useRoute()
  const search = searchOfAddress(query)
  // A search that was kept is typed into the form anew.
  const [turn, setTurn] = useState(0)
  const go = (next: DeskSearch | null) => {
    replace(next === null ? '/search' : addressOfSearch(next))
  }
  return (
    <>
      <PageHead title={t('title')} sub={t('meaning')} />
      <div className="se-columns">
        <div>
          <SearchForm key={turn} search={search ?? emptySearch()} find={go} />
          {search === null ? <EmptyState title={t('begin')} /> : <Found search={search} />}
        </div>
        <SavedSearches
          search={search}
          open={(next) => {
            go(next)
            setTurn((count) => count + 1)
          }}
        />
      </div>
    </>
  )
}
