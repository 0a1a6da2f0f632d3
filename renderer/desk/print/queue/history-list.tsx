import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { getPrintHistory } from '../../api/print-api.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { PRINT_ALL_KEY } from '../print-keys.ts'
import { HistoryTable } from './history-table.tsx'

/** What was sent to paper, the last sent first; further back on demand, and found by title however old. */
export function HistoryList({ open }: { readonly open: (job: PrintJobView) => void }) {
  const { t } = useTranslation('print')
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const pages = useInfiniteQuery({
    queryKey: [...PRINT_ALL_KEY, 'history', words],
    queryFn: ({ pageParam, signal }) =>
      getPrintHistory({ words, ...(pageParam !== '' && { before: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return (
    <QueryBody query={pages}>
      {(data) => {
        const jobs = data.pages.flatMap((page) => page.jobs)
        if (jobs.length === 0 && words === '') return <EmptyState title={t('history.none')} />
        return (
          <>
            <Input
              className="pr-search"
              allowClear
              value={typed}
              maxLength={200}
              aria-label={t('history.search')}
              placeholder={t('history.search')}
              onChange={({ target }) => setTyped(target.value)}
            />
            {jobs.length === 0 ? (
              <EmptyState title={t('history.notFound')} />
            ) : (
              <HistoryTable jobs={jobs} open={open} />
            )}
            {pages.hasNextPage && (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('history.more')}
              </Button>
            )}
          </>
        )
      }}
    </QueryBody>
  )
}
