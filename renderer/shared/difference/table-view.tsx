import { Fragment } from 'react'
import type { RowDifference } from '../../../domain/notice/difference-table.ts'
import { Fold, stretches } from './folded.tsx'
import { Runs } from './runs.tsx'
import { useDifferenceWords } from './use-difference-words.ts'

const SIGN = { KEPT: '', CHANGED: '±', ADDED: '＋', REMOVED: '－' } as const

function Row({ row }: { readonly row: RowDifference }) {
  const { t } = useDifferenceWords()
  return (
    <tr className={`df-row df-${row.kind.toLowerCase()}`}>
      <td className="df-number">{row.numberAfter ?? row.numberBefore}</td>
      <td className="df-sign">
        <span aria-hidden="true">{SIGN[row.kind]}</span>
        <span className="df-spoken">{t(`difference:row.${row.kind}`)}</span>
      </td>
      {row.cells.map((cell, index) => (
        <td key={index}>
          <Runs runs={cell.runs} />
        </td>
      ))}
    </tr>
  )
}

/** A table by rows: those that changed, with their neighbours; the first row says what the columns are. */
export function TableView({ rows }: { readonly rows: readonly RowDifference[] }) {
  const { t } = useDifferenceWords()
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length)) + 2
  return (
    <div className="df-table-frame" role="group" aria-label={t('difference:table')} tabIndex={0}>
      <table className="df-table">
        <thead>
          <tr>
            <th scope="col">{t('difference:rowNumber')}</th>
            <th scope="col">{t('difference:rowMark')}</th>
            <th colSpan={Math.max(1, width - 2)} scope="colgroup">
              {t('difference:table')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stretches(rows, ({ kind }) => kind === 'KEPT', true).map((stretch) => {
            const lines = () => stretch.items.map((row, index) => <Row key={index} row={row} />)
            return (
              <Fragment key={stretch.from}>
                {stretch.folded ? (
                  <Fold words={t('difference:unchangedRows', { count: stretch.items.length })} row={width}>
                    {lines}
                  </Fold>
                ) : (
                  lines()
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
