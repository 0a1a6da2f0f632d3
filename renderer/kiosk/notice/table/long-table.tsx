import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Table } from '../../../../domain/notice/body.ts'
import { inPlace, type Place, placeChoices, placesOf } from '../../../../domain/table/find-place.ts'
import { partSums } from '../../../../domain/table/part-sums.ts'
import { type GridRow, tableGrid } from '../../../../domain/table/table-grid.ts'
import { BodyView } from '../../../shared/body-view.tsx'
import { TableFrame } from '../table-frame.tsx'
import { GridRows } from './grid-rows.tsx'
import { PageKeys } from './page-keys.tsx'
import { placeName, PlaceKeys } from './place-keys.tsx'
import './table.css'

// About a glass full: 3,000 rows drawn at once make a weak kiosk stand still at every touch.
const PAGE = 25
const NAMED = /姓名|户主|名称|项目|事项/u

function Heads(props: { readonly table: Table; readonly count: number; readonly imageBase: string }) {
  const head = props.table.content.slice(0, props.count)
  return (
    <thead>
      {head.map((row, at) => (
        <tr key={at} className="body-row">
          {row.content.map((cell, column) => (
            <th
              key={column}
              className="body-cell body-cell-header"
              {...((cell.attrs?.colspan ?? 1) > 1 && { colSpan: cell.attrs?.colspan })}
              {...((cell.attrs?.rowspan ?? 1) > 1 && { rowSpan: cell.attrs?.rowspan })}
            >
              <BodyView
                body={{ type: 'doc', content: cell.content }}
                imageBase={props.imageBase}
                plainLinks
                wholeNumbers
              />
            </th>
          ))}
        </tr>
      ))}
    </thead>
  )
}

function PartSums(props: {
  readonly name: string
  readonly headings: readonly string[]
  readonly sums: readonly (string | null)[]
}) {
  const { t } = useTranslation('kiosk')
  const told = props.sums.flatMap((sum, column) =>
    sum === null ? [] : [{ heading: props.headings[column] ?? '', sum }],
  )
  if (told.length === 0) return null
  return (
    <dl className="part-sums" lang="zh-Hans">
      <dt>{t('table.partSum', { place: props.name })}</dt>
      {told.map(({ heading, sum }) => (
        <dd key={heading}>
          {heading} <b>{sum}</b>
        </dd>
      ))}
    </dl>
  )
}

/** A long list of a notice: in pages, its headings always in sight, to be narrowed to a village or group by keys. */
export function LongTable(props: {
  readonly table: Table
  readonly imageBase: string
  readonly fromRight: boolean
}) {
  const { t } = useTranslation('kiosk')
  const { table, imageBase, fromRight } = props
  const top = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Place | null>(null)
  const [turned, setPage] = useState(0)
  const laid = useMemo(() => {
    const grid = tableGrid(table)
    const places = placesOf(grid)
    // Sums at the end are of the whole table: they stand at its end only, and beside a choice they say so.
    const last = grid.rows.findLastIndex(({ isSum }) => !isSum) + 1
    return { grid, last, places, choices: places ? placeChoices(places) : [] }
  }, [table])
  const { grid, last, places, choices } = laid
  const rows = useMemo(
    () =>
      chosen && places
        ? grid.rows.filter((_, at) => inPlace(places[at] ?? null, chosen))
        : grid.rows.slice(0, last),
    [grid, last, places, chosen],
  )
  // A new edition may be shorter than the one that was being read.
  const page = Math.min(turned, Math.max(0, Math.ceil(rows.length / PAGE) - 1))
  const part: readonly GridRow[] = rows.slice(page * PAGE, (page + 1) * PAGE)
  const isEnd = (page + 1) * PAGE >= rows.length
  const sums = chosen !== null || isEnd ? grid.rows.slice(last) : []
  const look = { imageBase, fromRight, named: grid.headings.findIndex((heading) => NAMED.test(heading)) }
  const name = chosen ? placeName(chosen) : ''

  function turn(next: number): void {
    setPage(next)
    // The new page begins at its beginning, and a visitor must not have to look for it.
    top.current?.scrollIntoView({ block: 'start' })
  }

  const keys =
    rows.length > PAGE ? <PageKeys page={page} size={PAGE} total={rows.length} turn={turn} /> : null
  return (
    <div className="long-table" ref={top}>
      {choices.length > 0 ? (
        <PlaceKeys
          choices={choices}
          chosen={chosen}
          choose={(place) => {
            setChosen(place)
            setPage(0)
          }}
        />
      ) : null}
      {chosen ? (
        <div className="part-said" role="status">
          <p>
            <b lang="zh-Hans">{t('table.part', { place: name, number: rows.length })}</b>{' '}
            {t('table.partOf', { number: grid.rows.filter(({ isSum }) => !isSum).length })}
          </p>
          <PartSums name={name} headings={grid.headings} sums={partSums(grid, rows)} />
        </div>
      ) : null}
      {keys}
      <TableFrame>
        <div className="body-table-frame">
          <table className="body-table">
            {grid.head.length > 0 ? (
              <Heads table={table} count={grid.head.length} imageBase={imageBase} />
            ) : null}
            <tbody>
              <GridRows rows={part} headings={grid.headings} look={look} />
            </tbody>
            {sums.length > 0 ? (
              <tfoot>
                {chosen ? (
                  <tr className="whole-sum">
                    <th colSpan={grid.headings.length} className="body-cell body-cell-header">
                      {t('table.wholeSumHelp', { place: name })}
                    </th>
                  </tr>
                ) : null}
                <GridRows rows={sums} headings={grid.headings} look={look} />
              </tfoot>
            ) : null}
          </table>
        </div>
      </TableFrame>
      {keys}
    </div>
  )
}
