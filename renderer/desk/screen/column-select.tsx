import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScreenColumn } from '../../../domain/signage/screen.ts'
import type { ColumnChoice } from '../../../server/signage/views.ts'
import { COLUMNS_KEY, getColumns } from '../api/screen-api.ts'

const KINDS = ['ALL', 'GROUP', 'UNIT', 'NOTICE_KIND'] as const

/** One text for one column, whatever order its members were written in. */
function keyOf(column: ScreenColumn): string {
  switch (column.kind) {
    case 'ALL':
      return 'ALL'
    case 'GROUP':
      return `GROUP ${column.groupId}`
    case 'UNIT':
      return `UNIT ${column.unitId} ${column.regime ?? ''}`
    case 'NOTICE_KIND':
      return `NOTICE_KIND ${column.noticeKind}`
  }
}

/** The column of a subscription, each with how many notices stand in it now. */
export function ColumnSelect(props: {
  readonly id: string
  readonly column: ScreenColumn
  readonly change: (column: ScreenColumn) => void
}) {
  const { t } = useTranslation('screen')
  const query = useQuery({ queryKey: COLUMNS_KEY, queryFn: ({ signal }) => getColumns(signal) })
  const choices: readonly ColumnChoice[] = query.data ?? []
  const own = keyOf(props.column)
  // A column that has run empty stays what it is, and says so.
  const gone = query.data !== undefined && choices.every(({ column }) => keyOf(column) !== own)
  return (
    <Select
      id={props.id}
      showSearch
      optionFilterProp="title"
      loading={query.isPending}
      value={query.data === undefined ? null : own}
      options={[
        ...(gone ? [{ value: own, label: t('column.empty'), title: t('column.empty') }] : []),
        ...KINDS.map((kind) => ({
          label: t(`column.kind.${kind}`),
          title: t(`column.kind.${kind}`),
          options: choices
            .filter(({ column }) => column.kind === kind)
            .map(({ column, name, count }) => ({
              value: keyOf(column),
              label: t('column.counted', { name, number: count }),
              title: name,
            })),
        })).filter(({ options }) => options.length > 0),
      ]}
      onChange={(key: string) => {
        const chosen = choices.find(({ column }) => keyOf(column) === key)
        if (chosen) props.change(chosen.column)
      }}
    />
  )
}
