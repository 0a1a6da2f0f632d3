import { Checkbox, Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { requiredParts } from '../../../domain/sheet/required-parts.ts'
import { SHEET_PARTS } from '../../../domain/sheet/template.ts'
import { wideTableWays } from '../../../domain/sheet/wide-table-ways.ts'
import { useFields } from './fields-context.ts'
import { NumberField } from './number-field.tsx'

/** How small a table may become, and what happens when that is not enough. */
export function TableFields() {
  const { t } = useTranslation('template')
  const { form, definition, change } = useFields()
  const wide = useId()
  const ways = wideTableWays(form)
  return (
    <>
      <NumberField
        field="LEAST_TABLE_SIZE"
        step={0.5}
        change={(leastTablePoints) => change({ leastTablePoints })}
      />
      <p id={wide}>{t('field.wideTable')}</p>
      <Radio.Group
        className="tp-stacked"
        aria-labelledby={wide}
        value={ways.find((way) => way === definition.wideTable) ?? ways[0]}
        options={ways.map((value) => ({ value, label: t(`wideTable.${value}`) }))}
        onChange={(event) => change({ wideTable: event.target.value as typeof definition.wideTable })}
      />
      <p className="sub">{t('wideTableFirst')}</p>
    </>
  )
}

/** Where the page number stands, and what the sheet bears beside its text. */
export function PageFields() {
  const { t } = useTranslation(['template', 'terms'])
  const { form, definition, change, fixed } = useFields()
  const required = requiredParts(form)
  const number = useId()
  const parts = useId()
  return (
    <>
      <p id={number}>{t('field.pageNumber')}</p>
      <Radio.Group
        aria-labelledby={number}
        value={definition.pageNumber}
        options={(['OUTSIDE', 'RIGHT', 'CENTRE', 'NONE'] as const).map((value) => ({
          value,
          label: t(`pageNumber.${value}`),
        }))}
        onChange={(event) => change({ pageNumber: event.target.value as typeof definition.pageNumber })}
      />
      <p id={parts}>{t('field.parts')}</p>
      <Checkbox.Group
        aria-labelledby={parts}
        value={[...definition.parts]}
        options={SHEET_PARTS.map((value) => ({
          value,
          label: t(`terms:sheetPart.${value}`),
          // One that is wanting can still be ticked.
          disabled: fixed || (required.includes(value) && definition.parts.includes(value)),
        }))}
        onChange={(chosen) => change({ parts: SHEET_PARTS.filter((part) => chosen.includes(part)) })}
      />
    </>
  )
}
