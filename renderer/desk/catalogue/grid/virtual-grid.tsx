import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { GridColumn } from './grid-column.ts'
import { type GridPlace, lineOffsets, linesInView, moved } from './grid-lines.ts'
import { GridHead, GridLine } from './grid-line.tsx'

/** What a screen can ask of its grid. */
export type GridHandle = {
  /** Shows a line and puts the focus on it; on the line that had it, in the same cell as before. */
  readonly show: (line: number) => void
}

type Props<Line> = {
  readonly label: string
  readonly role: 'grid' | 'treegrid'
  readonly lines: readonly Line[]
  readonly columns: readonly GridColumn<Line>[]
  readonly lineKey: (line: Line) => string
  readonly height: (line: Line) => number
  readonly lineClass?: (line: Line) => string
  readonly level?: (line: Line) => number
  /** Undefined for lines that do not fold. */
  readonly expanded?: (line: Line) => boolean | undefined
  /** What a line says that goes across all columns; null for a line with cells. */
  readonly across?: (line: Line) => ReactNode
  /** Enter, or a double click. */
  readonly open: (line: Line, column: GridColumn<Line>) => void
  /** Delete, Space and other keys that are not moves; true when it was one of the screen's own. */
  readonly press?: (key: string, line: Line) => boolean
  readonly handle?: Ref<GridHandle>
}

const HEAD = 40

/** What the sticking columns of one side cover. */
function stickWidth(
  columns: readonly { readonly stick?: string; readonly width: number }[],
  side: 'left' | 'right',
): number {
  return columns.filter(({ stick }) => stick === side).reduce((sum, { width }) => sum + width, 0)
}

/**
 * A table of any length that is walked with the arrow keys and draws only what is in view.
 * One cell has the focus; Enter opens it, Escape in an editor leaves it as it was.
 */
export function VirtualGrid<Line>(props: Props<Line>) {
  const { lines, columns } = props
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  const [active, setActive] = useState<GridPlace>({ line: 0, column: 0 })
  const [editing, setEditing] = useState(false)
  const wanted = useRef(false)
  const offsets = useMemo(() => lineOffsets(lines.map(props.height)), [lines, props.height])
  const place: GridPlace = {
    line: Math.min(active.line, Math.max(0, lines.length - 1)),
    column: Math.min(active.column, columns.length - 1),
  }

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight || 800 })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  const goTo = (to: GridPlace) => {
    const element = box.current
    setEditing(false)
    setActive(to)
    wanted.current = true
    if (element === null) return
    const top = offsets[to.line] ?? 0
    const bottom = offsets[to.line + 1] ?? top
    const room = (element.clientHeight || 800) - HEAD
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + room) element.scrollTop = bottom - room
    setView({ top: element.scrollTop, height: element.clientHeight || 800 })
  }

  useLayoutEffect(() => {
    if (!wanted.current) return
    const cell = box.current?.querySelector<HTMLElement>(`[data-at="${place.line}:${place.column}"]`)
    if (cell === null || cell === undefined) return
    wanted.current = false
    const inner = cell.querySelector<HTMLElement>('[data-in-cell]')
    const target = inner ?? cell
    target.focus({ preventScroll: true })
    // A column that sticks is always in view itself; what was meant is the beginning of the line.
    if (columns[place.column]?.stick === 'left') box.current?.scrollTo({ left: 0 })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  useImperativeHandle(props.handle, () => ({
    show: (line) => goTo({ line, column: line === place.line ? place.column : 0 }),
  }))

  const stopEditing = () => {
    setEditing(false)
    wanted.current = true
  }
  const open = (at: GridPlace) => {
    const line = lines[at.line]
    const column = columns[at.column]
    if (line === undefined || column === undefined) return
    setActive(at)
    if (column.edit !== undefined && (props.across?.(line) ?? null) === null) setEditing(true)
    else props.open(line, column)
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (editing || event.altKey || event.metaKey) return
    const line = lines[place.line]
    // A heading goes across all columns: sideways keys are its own.
    const across = line !== undefined && (props.across?.(line) ?? null) !== null
    if (across && props.press?.(event.key, line) === true) {
      event.preventDefault()
      return
    }
    const next = moved(event.key, event.ctrlKey, place, {
      lines: lines.length,
      columns: columns.length,
      page: Math.max(1, Math.floor((view.height - HEAD) / 80)),
    })
    const onButton = event.target instanceof HTMLElement && event.target.dataset['inCell'] !== undefined
    if (next !== null) goTo(next)
    else if (event.key === 'Enter' && !onButton) open(place)
    else if (line === undefined || props.press?.(event.key, line) !== true) return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      className="vg"
      style={{
        scrollPaddingLeft: stickWidth(columns, 'left'),
        scrollPaddingRight: stickWidth(columns, 'right'),
      }}
      role={props.role}
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight || 800 })
      }
      onKeyDown={keys}
    >
      <GridHead columns={columns} />
      <div
        className="vg-body"
        role="rowgroup"
        style={{ height: offsets.at(-1) ?? 0, minWidth: columns.reduce((sum, one) => sum + one.width, 0) }}
      >
        {linesInView(offsets, view, place.line).map((index) => {
          const line = lines[index]
          return (
            line !== undefined && (
              <GridLine
                key={props.lineKey(line)}
                index={index}
                top={offsets[index] ?? 0}
                height={props.height(line)}
                line={line}
                columns={columns}
                active={index === place.line ? place.column : null}
                editing={index === place.line && editing}
                className={props.lineClass?.(line) ?? ''}
                level={props.level?.(line)}
                expanded={props.expanded?.(line)}
                across={props.across?.(line) ?? null}
                focus={(column) => setActive({ line: index, column })}
                open={(column) => open({ line: index, column })}
                done={stopEditing}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
