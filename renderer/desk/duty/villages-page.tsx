import { useQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { getDutyMatrix } from '../api/duty-api.ts'
import { href, replace, useRoute } from '../../shared/desk/route.ts'
import { FootingLine } from '../today/today-head.tsx'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { DUTIES_KEY } from './duty-keys.ts'
import { periodWords } from '../../shared/duty/duty-name.ts'
import { addressWith } from './duty-scope.ts'
import { VillagesTable } from './villages-table.tsx'
import './villages.css'

// What the township itself discloses is compared with nobody.
const COMPARED: readonly Regime[] = REGIMES.filter((regime) => regime !== 'GOV')

/** The villages side by side for one period: who is late with what. */
export function VillagesPage() {
  const { t } = useTranslation(['duty', 'terms', 'desk'])
  const { path, query } = useRoute()
  const change = (words: Readonly<Record<string, string>>) => replace(addressWith(path, query, words))
  const regime = COMPARED.find((one) => one === query.get('regime')) ?? 'VILLAGE'
  const period = query.get('period') ?? undefined
  const onlyLate = query.get('late') === '1'
  const matrix = useQuery({
    queryKey: [...DUTIES_KEY, 'matrix', regime, period ?? ''],
    queryFn: ({ signal }) => getDutyMatrix({ regime, period }, signal),
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const data = matrix.data
  return (
    <>
      <a className="back" href={href('/duties')}>
        {t('duty:villages.back')}
      </a>
      <PageHead
        title={t('duty:villages.title')}
        {...(data === undefined ? {} : { sub: <FootingLine footing={data.footing} /> })}
      />
      <div className="dc-bar" role="group" aria-label={t('duty:filter.label')}>
        <Select
          className="dt-filter-regime"
          aria-label={t('duty:filter.regime')}
          value={regime}
          options={COMPARED.map((one) => ({ value: one, label: t(`terms:regime.${one}`) }))}
          onChange={(one: string) => change({ regime: one, period: '' })}
        />
        <Select
          className="dv-period"
          aria-label={t('duty:villages.period')}
          value={data?.period ?? period ?? null}
          loading={matrix.isFetching}
          options={(data?.periods ?? []).map((one) => ({ value: one, label: periodWords(one, '', t) }))}
          onChange={(one: string) => change({ period: one })}
        />
        <Checkbox checked={onlyLate} onChange={(event) => change({ late: event.target.checked ? '1' : '' })}>
          {t('duty:villages.onlyLate')}
        </Checkbox>
      </div>
      <QueryBody query={matrix}>
        {(view) =>
          view.units.length === 0 ? (
            <EmptyState title={t('duty:villages.noUnits')}>
              <a className="button-link" href={href('/units')}>
                {t('duty:villages.toUnits')}
              </a>
            </EmptyState>
          ) : view.rows.length === 0 ? (
            <EmptyState title={t('duty:villages.noItems')}>
              <a className="button-link" href={href('/catalogue')}>
                {t('duty:today.toCatalogue')}
              </a>
            </EmptyState>
          ) : (
            <VillagesTable view={view} onlyLate={onlyLate} />
          )
        }
      </QueryBody>
    </>
  )
}
