import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Table } from '../../../../domain/notice/body.ts'
import { BodyView } from '../../../shared/body-view.tsx'
import { TableFrame } from '../table-frame.tsx'

type Props = { readonly table: Table; readonly imageBase: string; readonly fromRight: boolean }

/** Tables of at least so many rows come in pages and can be narrowed. */
export const LONG_TABLE_ROWS = 10

// Whole and plain where the rest cannot be had: a list must not vanish with a file of ours.
function Plain({ table, imageBase, fromRight }: Props) {
  return (
    <TableFrame>
      <BodyView
        body={{ type: 'doc', content: [table] }}
        imageBase={imageBase}
        plainLinks
        fromRight={fromRight}
      />
    </TableFrame>
  )
}

const Long = lazy(async () => {
  try {
    return { default: (await import('./long-table.tsx')).LongTable }
  } catch {
    return { default: Plain }
  }
})

/** A long table of a notice; what pages and narrows it comes with the first one. */
export function LongTableLazy(props: Props) {
  const { t } = useTranslation('kiosk')
  return (
    <Suspense fallback={<p className="loading">{t('state.loading')}…</p>}>
      <Long {...props} />
    </Suspense>
  )
}
