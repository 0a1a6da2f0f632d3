import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RETENTIONS, type Retention } from '../../../domain/notice/retention.ts'
import { getArchive } from '../api/edition-api.ts'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import { ARCHIVE_KEY } from '../notice/keys.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { ArchiveTable } from './archive-table.tsx'
import './archive.css'

type Filter = { readonly year: string; readonly unit: string; readonly retention: Retention | '' }

/** Everything that is no longer on the board, or past its life; opens read-only, deletes nothing. */
export function ArchivePage() {
  const { t } = useTranslation(['edition', 'terms'])
  const [filter, setFilter] = useState<Filter>({ year: '', unit: '', retention: '' })
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits }).data
  const archive = useInfiniteQuery({
    queryKey: [...ARCHIVE_KEY, filter],
    queryFn: ({ pageParam, signal }) =>
      getArchive(
        {
          ...(filter.year !== '' && { year: filter.year }),
          ...(filter.unit !== '' && { unit: filter.unit }),
          ...(filter.retention !== '' && { retention: filter.retention }),
          ...(pageParam !== '' && { cursor: pageParam }),
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const rows = archive.data?.pages.flatMap((page) => page.items) ?? []
  const any = { value: '', label: t('edition:archive.any') }
  return (
    <>
      <PageHead title={t('edition:archive.title')} sub={t('edition:archive.sub')} />
      <div className="ar-filter">
        <label htmlFor="archive-year">{t('edition:archive.year')}</label>
        <Select
          id="archive-year"
          value={filter.year}
          options={[
            any,
            ...(archive.data?.pages[0]?.years ?? []).map((year) => ({ value: year, label: year })),
          ]}
          onChange={(year) => {
            setFilter({ ...filter, year })
          }}
        />
        <label htmlFor="archive-unit">{t('edition:archive.unit')}</label>
        <Select
          id="archive-unit"
          className="ar-unit"
          value={filter.unit}
          options={[any, ...(units ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(unit) => {
            setFilter({ ...filter, unit })
          }}
        />
        <label htmlFor="archive-retention">{t('edition:archive.retention')}</label>
        <Select
          id="archive-retention"
          value={filter.retention}
          options={[
            { value: '' as const, label: t('edition:archive.any') },
            ...RETENTIONS.map((one) => ({ value: one, label: t(`terms:retention.${one}`) })),
          ]}
          onChange={(retention: Retention | '') => {
            setFilter({ ...filter, retention })
          }}
        />
      </div>
      <QueryBody query={archive}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('edition:archive.empty')}>
              <p className="ar-soft">{t('edition:archive.emptyWhat')}</p>
            </EmptyState>
          ) : (
            <>
              <ArchiveTable rows={rows} />
              {archive.hasNextPage ? (
                <Button loading={archive.isFetchingNextPage} onClick={() => void archive.fetchNextPage()}>
                  {t('edition:archive.more')}
                </Button>
              ) : null}
            </>
          )
        }
      </QueryBody>
    </>
  )
}
