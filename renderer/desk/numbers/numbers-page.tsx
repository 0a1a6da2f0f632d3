import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getSeries, SERIES_KEY } from '../api/convention-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { ExplainDrawer, type ExplainedGap } from './explain-drawer.tsx'
import { SeriesCard } from './series-card.tsx'
import './numbers.css'
import '../register/register.css'

/** Series of document numbers: used, reserved, missing, explained. */
export function NumbersPage() {
  const { t } = useTranslation('wording')
  const list = useQuery({ queryKey: SERIES_KEY, queryFn: getSeries })
  const [chosen, setChosen] = useState<ExplainedGap | null>(null)
  const [year, setYear] = useState<number | null>(null)
  return (
    <>
      <PageHead title={t('numbers.title')} sub={t('numbers.sub')}>
        <a className="button-link" href="/api/desk/number-series/xlsx" download>
          {t('numbers.export')}
        </a>
      </PageHead>
      <QueryBody query={list}>
        {({ series, mayExplain }) => {
          if (series.length === 0) {
            return (
              <EmptyState title={t('numbers.empty')}>
                <p className="sub">{t('numbers.emptyHint')}</p>
              </EmptyState>
            )
          }
          const years = [...new Set(series.map((one) => one.year))]
          const shown = series.filter((one) => year === null || one.year === year)
          return (
            <>
              {years.length > 1 ? (
                <Select
                  className="num-year"
                  aria-label={t('numbers.year')}
                  value={year ?? 0}
                  options={[
                    { value: 0, label: t('numbers.allYears') },
                    ...years.map((one) => ({ value: one, label: t('numbers.ofYear', { year: one }) })),
                  ]}
                  onChange={(value) => setYear(value === 0 ? null : value)}
                />
              ) : null}
              {shown.map((one) => (
                <SeriesCard
                  key={`${one.prefix} ${one.year}`}
                  series={one}
                  explain={mayExplain ? (gap) => setChosen({ series: one, gap }) : null}
                />
              ))}
            </>
          )
        }}
      </QueryBody>
      <ExplainDrawer chosen={chosen} close={() => setChosen(null)} />
    </>
  )
}
