import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FinanceHead } from '../../../../domain/table/table-reading.ts'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import type { ChangeTable } from './change-table.ts'

const FIELDS = [
  'unit',
  'month',
  'opening',
  'closing',
  'cash',
  'bank',
  'receivable',
  'payable',
  'preparer',
  'director',
  'accountant',
  'supervisor',
] as const satisfies readonly (keyof FinanceHead)[]
const MONEY: readonly (keyof FinanceHead)[] = ['opening', 'closing', 'cash', 'bank']

/** Head and foot of a village's monthly accounts, as the file said them; each is sent when it is left. */
export function FinanceFields(props: {
  readonly table: TableDetail
  readonly head: FinanceHead
  readonly change: ChangeTable
}) {
  const { t } = useTranslation('table')
  const { table, head, change } = props
  return (
    <fieldset className="tb-finance">
      <legend>{t('finance.title')}</legend>
      {FIELDS.map((name) => (
        <label key={name}>
          <span>{t(`finance.${name}`)}</span>
          <Input
            key={head[name]}
            defaultValue={head[name]}
            maxLength={100}
            {...(MONEY.includes(name) ? { suffix: t('finance.yuan'), className: 'tb-money' } : {})}
            {...(name === 'month' ? { placeholder: t('finance.monthHint') } : {})}
            onPressEnter={(event) => event.currentTarget.blur()}
            onBlur={(event) => {
              const value = event.target.value.trim()
              if (value === head[name]) return
              change({ reading: { ...table.reading, finance: { ...head, [name]: value } } })
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}
