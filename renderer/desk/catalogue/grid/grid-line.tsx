import type { CSSProperties, ReactNode } from 'react'
import type { GridColumn } from './grid-column.ts'

type AnyColumn = Pick<GridColumn<never>, 'stick' | 'width'>

/** The widths of all columns, the same in the head and in every line. */
function tracks(columns: readonly AnyColumn[]): string {
  return columns
    .map(({ stick, width }) => (stick === undefined ? `minmax(${width}px, ${width}fr)` : `${width}px`))
    .join(' ')
}

/** How far from its edge a sticking column stays. */
function stickAt(columns: readonly AnyColumn[], index: number): CSSProperties {
  const column = columns[index]
  if (column?.stick === undefined) return {}
  const beyond = column.stick === 'left' ? columns.slice(0, index) : columns.slice(index + 1)
  const width = beyond.filter((one) => one.stick === column.stick).reduce((sum, one) => sum + one.width, 0)
  return column.stick === 'left' ? { left: width } : { right: width }
}

function cellClass(columns: readonly AnyColumn[], index: number): string {
  const stick = columns[index]?.stick
  if (stick === undefined) return 'vg-cell'
  const next = columns[stick === 'left' ? index + 1 : index - 1]
  return `vg-cell vg-stick ${next?.stick === stick ? '' : `vg-edge-${stick}`}`
}

/** The headings. */
export function GridHead<Line>({ columns }: { readonly columns: readonly GridColumn<Line>[] }) {
  const width = columns.reduce((sum, one) => sum + one.width, 0)
  return (
    <div className="vg-headgroup" role="rowgroup" style={{ minWidth: width }}>
      <div className="vg-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks(columns) }}>
        {columns.map((column, index) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            className={cellClass(columns, index)}
            style={stickAt(columns, index)}
          >
            {column.hideHeading === true ? (
              <span className="hidden-text">{column.heading}</span>
            ) : (
              column.heading
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

type LineProps<Line> = {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly line: Line
  readonly columns: readonly GridColumn<Line>[]
  readonly active: number | null
  readonly editing: boolean
  readonly className: string
  readonly level: number | undefined
  readonly expanded: boolean | undefined
  readonly across: ReactNode
  readonly focus: (column: number) => void
  readonly open: (column: number) => void
  readonly done: () => void
}

/** One line: its cells, or one sentence across all of them. */
export function GridLine<Line>(props: LineProps<Line>) {
  const { index, columns, line, active } = props
  const wide = props.across !== null
  return (
    <div
      className={`vg-line ${props.className}`}
      role="row"
      aria-rowindex={index + 2}
      {...(props.level === undefined ? {} : { 'aria-level': props.level })}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      style={{
        top: props.top,
        height: props.height,
        ...(wide ? {} : { gridTemplateColumns: tracks(columns) }),
      }}
    >
      {wide ? (
        <div
          className="vg-across"
          role="gridcell"
          aria-colspan={columns.length}
          tabIndex={active === null ? -1 : 0}
          data-at={`${index}:${active ?? 0}`}
          onFocus={() => props.focus(0)}
          onClick={() => props.open(0)}
        >
          {props.across}
        </div>
      ) : (
        columns.map((column, at) => (
          <div
            key={column.key}
            role={column.rowHeader === true ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            className={cellClass(columns, at)}
            style={stickAt(columns, at)}
            tabIndex={active === at && !props.editing ? 0 : -1}
            data-at={`${index}:${at}`}
            onFocus={() => {
              if (active !== at) props.focus(at)
            }}
            onDoubleClick={() => props.open(at)}
          >
            {column.cell(line)}
            {props.editing && active === at && column.edit?.(line, props.done)}
          </div>
        ))
      )}
    </div>
  )
}
