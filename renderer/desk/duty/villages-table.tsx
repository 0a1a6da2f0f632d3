import { useTranslation } from 'react-i18next'
import type { DutyMatrix } from '../../../server/duty/views.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { dayText } from '../../shared/duty/day-text.ts'
import { useGridKeys } from './grid-keys.ts'
import { matrixShown } from './matrix-shown.ts'
import { TONE_OF } from './state-tone.ts'

type Props = { readonly view: DutyMatrix; readonly onlyLate: boolean }

/** Items down, villages across; each cell says in words how the village stands. Arrow keys walk through it. */
export function VillagesTable({ view, onlyLate }: Props) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const { today } = view.footing
  const { units, rows } = matrixShown(view, onlyLate)
  const keys = useGridKeys({ rows: rows.length, columns: units.length }, { row: 0, column: 0 })
  const day = (date: string) => dayText(date, today, i18n.language)
  if (rows.length === 0) return <EmptyState title={t('duty:villages.noneLate')} />
  return (
    <div className="dv-frame card">
      <table role="grid" className="dv-table" aria-label={t('duty:villages.title')}>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col" className="dv-corner">
              {t('duty:list.item')}
            </th>
            {units.map(({ unit }) => (
              <th key={unit.id} role="columnheader" scope="col">
                <span className="dv-unit">{unit.name}</span>
                <span className={unit.late > 0 ? 'dv-sum dt-late-text' : 'dv-sum'}>
                  {unit.late > 0
                    ? t('duty:villages.lateOf', { count: unit.late })
                    : unit.open > 0
                      ? t('duty:villages.openOf', { count: unit.open })
                      : t('duty:villages.allDone')}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.itemId} role="row">
              <th role="rowheader" scope="row">
                {row.title}
              </th>
              {units.map(({ unit, index }, columnAt) => {
                const cell = row.cells[index] ?? null
                if (cell === null) {
                  return (
                    <td key={unit.id} role="gridcell">
                      <span {...keys(rowAt, columnAt)} className="dv-cell dv-none">
                        {t('duty:villages.none')}
                      </span>
                    </td>
                  )
                }
                const when =
                  cell.closedOn === null
                    ? t('duty:villages.due', { day: day(cell.due) })
                    : t('duty:villages.closed', { day: day(cell.closedOn) })
                return (
                  <td key={unit.id} role="gridcell" className={cell.state === 'OVERDUE' ? 'dv-overdue' : ''}>
                    <a
                      {...keys(rowAt, columnAt)}
                      className={`dv-cell dv-${TONE_OF[cell.state]}`}
                      href={href(`/duties/${encodeURIComponent(cell.dutyId)}`)}
                    >
                      <b>{t(`duty:villages.state.${cell.state}`)}</b>
                      <span>{when}</span>
                    </a>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
