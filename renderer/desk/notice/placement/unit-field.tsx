import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlacementView } from '../../../../server/notice/placement-views.ts'
import { listUnits, UNITS_KEY } from '../../api/unit-api.ts'
import { FormField } from '../draft/field.tsx'
import type { Placing } from './use-placement.ts'

/** Whether the office has units of its own to choose among; until it has, everything is the township's. */
export function useManyUnits(): boolean {
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  return (units.data ?? []).length > 1
}

/** Whose notice it is, and whether that unit's catalogue has the item. */
export function UnitField(props: { readonly placing: Placing; readonly item: PlacementView['item'] }) {
  const { t } = useTranslation(['notice', 'terms'])
  const { placing, item } = props
  const { unitId } = placing.placement
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  const offered = (units.data ?? []).filter((unit) => !unit.disabled || unit.id === unitId)
  const name = offered.find((unit) => unit.id === unitId)?.name ?? placing.view.unit.name
  if ((units.data ?? []).length <= 1 && placing.view.unit.kind === 'TOWNSHIP') return null
  return (
    <FormField
      name="unit"
      label={t('notice:placement.unit')}
      hint={t('notice:placement.unitHint')}
      fault={item && !item.ofUnit ? t('notice:placement.notOfUnit', { unit: name, item: item.path }) : null}
    >
      {(aria) => (
        <Select
          {...aria}
          className="nt-wide"
          value={unitId}
          showSearch={{ optionFilterProp: 'label' }}
          options={offered.map((unit) => ({ value: unit.id, label: unit.name, unit }))}
          optionRender={(option) => (
            <span className="nt-option">
              <b>{option.data.unit.name}</b>
              <small>{t(`terms:unitKind.${option.data.unit.kind}`)}</small>
            </span>
          )}
          onChange={(next) => {
            // A duty is one of a unit.
            placing.change({ unitId: next, dutyId: null })
          }}
        />
      )}
    </FormField>
  )
}
