import { Checkbox, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LIST_TYPES } from '../../../../domain/table/list-type.ts'
import { NAME_RULES } from '../../../../domain/table/name-mask.ts'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import type { ChangeTable } from './change-table.ts'

/** What kind of list it is, which sheet and row of headings, and how names are written. */
export function TableHeadFields(props: { readonly table: TableDetail; readonly change: ChangeTable }) {
  const { t } = useTranslation(['table', 'terms'])
  const { table, change } = props
  const { reading, policy, hidden } = table
  const masks = reading.columns.some(({ action }) => action === 'MASK')
  const mildest = NAME_RULES.indexOf(policy.policy.nameRule)
  const what = [
    ...(hidden.sheets.length > 0 ? [t('work.hiddenSheets', { names: hidden.sheets.join('、') })] : []),
    ...(hidden.rows.length > 0 ? [t('work.hiddenRows', { rows: hidden.rows.slice(0, 20).join('、') })] : []),
    ...(hidden.columns.length > 0 ? [t('work.hiddenColumns', { names: hidden.columns.join('、') })] : []),
  ].join('；')
  const hides = hidden.rows.length + hidden.columns.length > 0
  return (
    <>
      <div className="tb-fields">
        <label>
          <span>{t('work.listType')}</span>
          <Select
            value={reading.listType}
            options={LIST_TYPES.map((value) => ({ value, label: t(`terms:listType.${value}`) }))}
            onChange={(listType) => change({ propose: { listType } })}
          />
        </label>
        {table.sheets.length > 1 ? (
          <label>
            <span>{t('work.sheet')}</span>
            <Select
              value={reading.sheet}
              options={table.sheets.map((sheet, value) => ({
                value,
                label: sheet.hidden ? sheet.name + t('work.hiddenSheet') : sheet.name,
              }))}
              onChange={(sheet) => change({ propose: { sheet } })}
            />
          </label>
        ) : null}
        <label className="tb-narrow">
          <span>{t('work.headerRow')}</span>
          <InputNumber
            min={1}
            max={table.sheets[reading.sheet]?.rows ?? 1}
            value={reading.headerRow + 1}
            onChange={(row) => {
              if (row !== null && row !== reading.headerRow + 1) change({ propose: { headerRow: row - 1 } })
            }}
          />
        </label>
        {masks ? (
          <label>
            <span>{t('work.nameRule')}</span>
            <Select
              value={reading.nameRule}
              options={NAME_RULES.map((value, at) => ({
                value,
                label: t(`terms:nameRule.${value}`),
                disabled: at < mildest || value === 'FULL',
              }))}
              onChange={(nameRule) => change({ reading: { ...reading, nameRule } })}
            />
          </label>
        ) : null}
      </div>
      <p className="nt-soft">{t(policy.number > 0 ? 'work.basis' : 'work.unverified')}</p>
      {what === '' ? null : (
        <p className="nt-warn">
          {t(reading.withHidden ? 'work.hiddenTaken' : 'work.hidden', { what })}
          {hides ? (
            <Checkbox
              checked={reading.withHidden}
              onChange={(event) => change({ reading: { ...reading, withHidden: event.target.checked } })}
            >
              {t('work.withHidden')}
            </Checkbox>
          ) : null}
        </p>
      )}
      {table.missing.length > 0 ? (
        <p className="nt-warn">{t('work.missing', { cells: table.missing.slice(0, 5).join('；') })}</p>
      ) : null}
    </>
  )
}
