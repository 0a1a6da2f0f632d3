import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { REGIMES } from '../../../domain/catalogue/catalogue-item.ts'
import { UNIT_KINDS } from '../../../domain/office/unit.ts'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import { useOpenDesk } from '../shell/session-context.ts'
import { MYSELF, useDutyScope } from './duty-scope.ts'

type Props = { readonly without?: readonly ('unit' | 'regime' | 'person')[] }

/** Whose duties are shown: of which unit, regime and person. The address keeps the choice. */
export function ScopeFilters({ without = [] }: Props) {
  const { t } = useTranslation(['duty', 'terms'])
  const { people, session } = useOpenDesk()
  const { words, change } = useDutyScope()
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits }).data ?? []
  const byKind = UNIT_KINDS.map((kind) => ({
    label: t(`terms:unitKind.${kind}`),
    options: units
      .filter((unit) => unit.kind === kind && (!unit.disabled || unit.id === words.unit))
      .map((unit) => ({ value: unit.id, label: unit.name })),
  })).filter(({ options }) => options.length > 0)
  const others = people.filter((one) => one.id !== session.account.id)
  return (
    <div className="dt-filters" role="group" aria-label={t('duty:filter.label')}>
      {!without.includes('unit') && units.length > 1 && (
        <Select
          className="dt-filter-unit"
          aria-label={t('duty:filter.unit')}
          value={words.unit}
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('duty:filter.everyUnit') }, ...byKind]}
          onChange={(unit: string) => {
            change({ unit })
          }}
        />
      )}
      {!without.includes('regime') && (
        <Select
          className="dt-filter-regime"
          aria-label={t('duty:filter.regime')}
          value={words.regime}
          options={[
            { value: '', label: t('duty:filter.everyRegime') },
            ...REGIMES.map((regime) => ({ value: regime, label: t(`terms:regime.${regime}`) })),
          ]}
          onChange={(regime: string) => {
            change({ regime })
          }}
        />
      )}
      {!without.includes('person') && (
        <Select
          className="dt-filter-person"
          aria-label={t('duty:filter.person')}
          value={words.person}
          options={[
            { value: '', label: t('duty:filter.everyone') },
            { value: MYSELF, label: t('duty:filter.mine') },
            { value: 'none', label: t('duty:act.nobody') },
            ...others.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(person: string) => {
            change({ person })
          }}
        />
      )}
    </div>
  )
}
