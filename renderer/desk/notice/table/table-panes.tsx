import { useRef, useState, type UIEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import type { ChangeTable } from './change-table.ts'
import { EditableCell } from './editable-cell.tsx'

/** Height of a row in CSS pixels; `table.css` holds the same number. */
const ROW = 34
/** Rows drawn beyond what is seen, so that quick scrolling shows no gap. */
const MARGIN = 12
const VIEW = 420

type Row = TableDetail['before']['rows'][number]

function useWindow(count: number) {
  const [top, setTop] = useState(0)
  const first = Math.max(0, Math.floor(top / ROW) - MARGIN)
  const last = Math.min(count, Math.ceil((top + VIEW) / ROW) + MARGIN)
  return { first, last, setTop }
}

function Spacer({ rows }: { readonly rows: number }) {
  return rows > 0 ? <tr aria-hidden="true" style={{ height: rows * ROW }} /> : null
}

/** Before and after side by side, row beside row; both sides scroll together. */
export function TablePanes(props: { readonly table: TableDetail; readonly change: ChangeTable }) {
  const { t } = useTranslation('table')
  const { table, change } = props
  const { before, after, reading } = table
  const { first, last, setTop } = useWindow(before.rows.length)
  const panes = useRef<(HTMLDivElement | null)[]>([])
  const publicRow = new Map(after.from.map((at, index) => [at, index]))
  const scroll = (event: UIEvent<HTMLDivElement>) => {
    const { scrollTop } = event.currentTarget
    setTop(scrollTop)
    for (const pane of panes.current) if (pane && pane.scrollTop !== scrollTop) pane.scrollTop = scrollTop
  }
  const dropped = (column: number) => reading.columns[column]?.action === 'DROP'
  const shown = before.rows.slice(first, last)
  const leave = (row: Row) => {
    const leftOut =
      row.kind === 'LEFT_OUT' ? reading.leftOut.filter((at) => at !== row.at) : [...reading.leftOut, row.at]
    change({ reading: { ...reading, leftOut } })
  }
  const called = reading.entries ?? []
  const isCalled = (row: Row) => called.includes(row.at)
  const call = (row: Row) => {
    const entries = isCalled(row) ? called.filter((at) => at !== row.at) : [...called, row.at]
    change({ reading: { ...reading, entries } })
  }
  return (
    <div className="tb-panes">
      <section>
        <h3>
          {t('work.before')}
          <span className="nt-soft">{t('work.correctHint')}</span>
        </h3>
        <div
          className="tb-pane"
          tabIndex={0}
          ref={(pane) => void (panes.current[0] = pane)}
          onScroll={scroll}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{t('work.row')}</th>
                {before.header.map((heading, column) => (
                  <th key={column} scope="col" className={dropped(column) ? 'tb-dropped' : ''}>
                    {heading}
                  </th>
                ))}
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              <Spacer rows={first} />
              {shown.map((row) => (
                <tr key={row.at} className={`tb-${row.kind.toLowerCase()}`}>
                  <th scope="row">{row.at + 1}</th>
                  {before.header.map((heading, column) => (
                    <td key={column} className={dropped(column) ? 'tb-dropped' : ''}>
                      <EditableCell
                        text={row.cells[column] ?? ''}
                        label={t('work.edit', { row: row.at + 1, column: heading })}
                        save={(text) => change({ correct: [{ row: row.at, column, text }] })}
                      />
                    </td>
                  ))}
                  <td>
                    {(row.kind === 'AROUND' && row.at > reading.headerRow) ||
                    (row.kind === 'DATA' && isCalled(row)) ? (
                      <button type="button" className="nt-link" onClick={() => call(row)}>
                        {t(isCalled(row) ? 'work.noEntry' : 'work.isEntry')}
                      </button>
                    ) : row.kind === 'DATA' || row.kind === 'LEFT_OUT' ? (
                      <button type="button" className="nt-link" onClick={() => leave(row)}>
                        {t(row.kind === 'DATA' ? 'work.leaveOut' : 'work.putBack')}
                      </button>
                    ) : (
                      <span className="nt-soft">{t(`work.kindOf.${row.kind}`)}</span>
                    )}
                  </td>
                </tr>
              ))}
              <Spacer rows={before.rows.length - last} />
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>{t('work.after')}</h3>
        <div
          className="tb-pane"
          tabIndex={0}
          ref={(pane) => void (panes.current[1] = pane)}
          onScroll={scroll}
        >
          {after.rows.length === 0 ? <p className="nt-soft tb-empty">{t('work.nothing')}</p> : null}
          <table>
            <thead>
              <tr>
                {after.header.map((heading, column) => (
                  <th key={column} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Spacer rows={first} />
              {shown.map((row) => {
                const index = publicRow.get(row.at)
                const cells = index === undefined ? null : after.rows[index]
                const total = row.kind === 'TOTAL' ? after.totals : null
                return (
                  <tr key={row.at} className={`tb-${row.kind.toLowerCase()}`}>
                    {after.header.map((_, column) => (
                      <td key={column}>{(cells ?? total)?.[column] ?? ''}</td>
                    ))}
                  </tr>
                )
              })}
              <Spacer rows={before.rows.length - last} />
            </tbody>
          </table>
        </div>
      </section>
    </div>
  )
}
