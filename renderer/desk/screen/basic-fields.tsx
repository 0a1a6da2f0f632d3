import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import type { FieldsProps } from './screen-editor.tsx'

/** What the screen is called, where it hangs, and whose it is. */
export function BasicFields({ definition, change }: FieldsProps) {
  const { t } = useTranslation('screen')
  const id = useId()
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits }).data ?? []
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('basic.title')}</h2>
      <div className="card-body sc-fields">
        <div className="sc-field">
          <label htmlFor={`${id}-name`}>{t('basic.name')}</label>
          <Input
            id={`${id}-name`}
            value={definition.name}
            maxLength={60}
            placeholder={t('basic.nameHint')}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <div className="sc-field">
          <label htmlFor={`${id}-place`}>{t('basic.place')}</label>
          <Input
            id={`${id}-place`}
            value={definition.place}
            maxLength={60}
            placeholder={t('basic.placeHint')}
            onChange={(event) => change({ place: event.target.value })}
          />
        </div>
        <div className="sc-field">
          <label htmlFor={`${id}-unit`}>{t('basic.unit')}</label>
          <Select
            id={`${id}-unit`}
            value={definition.unitId}
            options={units
              .filter((unit) => !unit.disabled || unit.id === definition.unitId)
              .map((unit) => ({ value: unit.id, label: unit.name }))}
            onChange={(unitId: string) => change({ unitId })}
          />
        </div>
      </div>
    </section>
  )
}
