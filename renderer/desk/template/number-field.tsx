import { InputNumber } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateField } from '../../../domain/sheet/check-template.ts'
import { useFields } from './fields-context.ts'

type Props = {
  readonly field: TemplateField
  readonly step: number
  readonly change: (value: number) => void
  /** Where the words around it already say what it is; screen readers still hear `label`. */
  readonly bare?: { readonly label: string }
}

/** A number of the template; out of bounds it says what it may be and is left as typed. */
export function NumberField({ field, step, change, bare }: Props) {
  const { t } = useTranslation(['template', 'terms'])
  const { boundOf } = useFields()
  const id = useId()
  const bound = boundOf(field)
  if (bound === undefined) return null
  const { value, least, most } = bound
  const fits = value >= least && value <= most
  return (
    <div className="tp-field">
      {bare === undefined ? <label htmlFor={id}>{t(`terms:templateField.${field}`)}</label> : null}
      <InputNumber
        id={id}
        value={Number.isNaN(value) ? null : value}
        step={step}
        // Without it every number is filled up to the digits of its step: 44.0 points.
        formatter={(shown, { userTyping, input }) => (userTyping ? input : String(shown ?? ''))}
        status={fits ? '' : 'error'}
        aria-invalid={!fits}
        {...(fits ? {} : { 'aria-describedby': `${id}-bounds` })}
        {...(bare === undefined ? {} : { 'aria-label': bare.label })}
        // An emptied field is out of bounds, not nought: it must not be saved as something nobody typed.
        onChange={(typed) => change(typed ?? Number.NaN)}
      />
      {fits ? null : (
        <p className="tp-bounds" id={`${id}-bounds`} role="alert">
          {t('template:edit.bounds', { least, most })}
        </p>
      )}
    </div>
  )
}
