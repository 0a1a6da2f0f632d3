import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { atLeastAsStrict, FIELD_KINDS, possibleActions } from '../../../../domain/table/field-kind.ts'
import { actionFor } from '../../../../domain/table/list-policy.ts'
import type { TableColumn } from '../../../../domain/table/table-reading.ts'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import type { ChangeTable } from './change-table.ts'

function ColumnLine(props: {
  readonly table: TableDetail
  readonly at: number
  readonly column: TableColumn
  readonly change: (column: TableColumn) => void
}) {
  const { t } = useTranslation(['table', 'terms'])
  const { table, at, column, change } = props
  const { policy } = table.policy
  const asked = actionFor(policy, column.kind)
  const heading = table.before.header[at] ?? ''
  const proof = table.columns[at]
  if (heading === '' && (proof?.filled ?? 0) === 0) return null
  const label = heading === '' ? String(at + 1) : heading
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Select
          aria-label={`${label} ${t('work.kind')}`}
          variant="borderless"
          value={column.kind}
          options={FIELD_KINDS.map((value) => ({ value, label: t(`terms:fieldKind.${value}`) }))}
          onChange={(kind) => change({ kind, action: actionFor(policy, kind) })}
        />
      </td>
      <td>
        <Select
          aria-label={`${label} ${t('work.action')}`}
          variant="borderless"
          value={column.action}
          options={possibleActions(column.kind).map((value) => ({
            value,
            label: t(`terms:fieldAction.${value}`),
            disabled: !atLeastAsStrict(value, asked),
          }))}
          onChange={(action) => change({ ...column, action })}
        />
      </td>
      <td className="nt-soft">
        {possibleActions(column.kind).includes('PRINT')
          ? t('work.asked', { action: t(`terms:fieldAction.${asked}`) })
          : t('work.never')}
      </td>
    </tr>
  )
}

/** What each column holds and what is done with it: as strict as the policy asks, or stricter. */
export function ColumnSettings(props: { readonly table: TableDetail; readonly change: ChangeTable }) {
  const { t } = useTranslation('table')
  const { table, change } = props
  const { reading } = table
  return (
    <section className="tb-columns">
      <h3>{t('work.columns')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('work.column')}</th>
            <th scope="col">{t('work.kind')}</th>
            <th scope="col">{t('work.action')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {reading.columns.map((column, at) => (
            <ColumnLine
              key={at}
              table={table}
              at={at}
              column={column}
              change={(next) => change({ reading: { ...reading, columns: reading.columns.with(at, next) } })}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
