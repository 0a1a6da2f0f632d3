import { useLayoutEffect, useRef } from 'react'
import type { Body } from '../../../domain/notice/body.ts'
import { BodyView } from '../../shared/body-view.tsx'
import type { FacePage } from './measure-pages.ts'
import type { Segment } from './segments.ts'
import { tableSlice } from './table-slice.ts'

function View({ content, imageBase }: { readonly content: Body['content']; readonly imageBase: string }) {
  return <BodyView body={{ type: 'doc', content }} imageBase={imageBase} plainLinks wholeNumbers />
}

/** Columns stay as wide as they were measured, in whole pixels: a share in per cent would put letters between two of them. */
function keepWidths(frame: HTMLElement, widths: readonly number[]): void {
  const columns = frame.querySelectorAll('col')
  for (const [at, column] of columns.entries())
    column.style.width = `${String(Math.floor(widths[at] ?? 0))}px`
  const table = frame.querySelector('table')
  const whole = widths.reduce((sum, width) => sum + Math.floor(width), 0)
  if (table !== null && columns.length > 0) table.style.width = `${String(whole)}px`
}

function TableSegment(props: {
  readonly segment: Extract<Segment, { kind: 'TABLE' }>
  readonly page: Extract<FacePage, { kind: 'TABLE' }> | null
  readonly imageBase: string
}) {
  const { segment, page, imageBase } = props
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (frame.current !== null && page !== null) keepWidths(frame.current, page.widths)
  }, [page])
  const table = page === null ? segment.table : tableSlice(segment.table, page.range, page.widths)
  return (
    <div className={page === null ? 'sg-table' : 'sg-table sg-table-dealt'} ref={frame}>
      {segment.caption === null || (page !== null && page.range.from > 0) ? null : (
        <View content={[segment.caption]} imageBase={imageBase} />
      )}
      <View content={[table]} imageBase={imageBase} />
    </div>
  )
}

/** A run of text in columns, one a page; a whole table while it is measured; the rows of one page afterwards. */
export function BodySegment(props: {
  readonly segment: Segment
  readonly page: Extract<FacePage, { kind: 'PROSE' | 'TABLE' }> | null
  readonly imageBase: string
}) {
  const { segment, page, imageBase } = props
  if (segment.kind === 'TABLE')
    return (
      <TableSegment segment={segment} page={page?.kind === 'TABLE' ? page : null} imageBase={imageBase} />
    )
  const column = page?.kind === 'PROSE' ? page.column : 0
  return (
    <div
      className="sg-flow"
      style={
        column === 0
          ? undefined
          : {
              transform: `translateX(calc(${String(column)} * (-100% - var(--gap))))`,
            }
      }
    >
      {segment.lead === null ? null : <p className="sg-addressee">{segment.lead}</p>}
      <View content={segment.blocks} imageBase={imageBase} />
      {segment.sign.length === 0 ? null : (
        <p className="sg-signature">
          {segment.sign.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      {segment.note === null ? null : <p className="sg-note">{segment.note}</p>}
    </div>
  )
}
