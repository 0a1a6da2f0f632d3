import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DutyFooting } from '../../../server/duty/views.ts'
import { listCatalogues } from '../api/catalogue-api.ts'
import { listDuties, type DutyScope } from '../api/duty-api.ts'
import { CATALOGUES_KEY } from '../catalogue/catalogue-keys.ts'
import { dayText, plusDays } from '../../shared/duty/day-text.ts'
import { DUTIES_KEY } from '../duty/duty-keys.ts'
import { wholeName } from '../../shared/duty/duty-name.ts'
import { useDutyScope } from '../duty/duty-scope.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'

type Props = {
  readonly footing: DutyFooting
  readonly scope: DutyScope
  readonly narrowed: boolean
}

/** An empty today page says what comes next, or what is missing for anything to come at all. */
export function NothingDue({ footing, scope, narrowed }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const { change } = useDutyScope()
  const catalogues = useQuery({ queryKey: CATALOGUES_KEY, queryFn: listCatalogues })
  const next = useQuery({
    queryKey: [...DUTIES_KEY, 'next', footing.today, scope],
    queryFn: ({ signal }) =>
      listDuties({ ...scope, state: 'OPEN', from: plusDays(footing.today, 1) }, signal),
  }).data?.items[0]
  if (footing.upkeep === 'RUNNING') return <EmptyState title={t('duty:today.beingMade')} />
  if (catalogues.data?.length === 0) {
    return (
      <EmptyState title={t('duty:today.noCatalogue')}>
        <p className="dt-why">{t('duty:today.noCatalogueNext')}</p>
        <p className="td-gap">
          <a className="button-link" href={href('/catalogue')}>
            {t('duty:today.toCatalogue')}
          </a>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={narrowed ? t('duty:today.noneHere') : t('duty:today.none')}>
      {next !== undefined && (
        <p className="dt-why">
          {t('duty:today.next', { day: dayText(next.target, footing.today, i18n.language) })}
          <a href={href(`/duties/${encodeURIComponent(next.id)}`)}>{wholeName(next, footing.today, t)}</a>
        </p>
      )}
      {narrowed && (
        <p className="td-gap">
          <Button onClick={() => change({ unit: '', regime: '', person: '' })}>
            {t('duty:filter.clear')}
          </Button>
        </p>
      )}
    </EmptyState>
  )
}
