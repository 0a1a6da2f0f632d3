import type { Body, Table } from './body.ts'
import { bodyText } from './body-text.ts'
import { pairedInOrder } from './difference-pairs.ts'
import { likeness, type Profile, profileOf, type Run, textRuns, wholeRun } from './difference-runs.ts'

/** A cell of the grid: its runs; a column that came or went is `ADDED` or `REMOVED` as a whole. */
export type CellDifference = {
  readonly kind: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED'
  readonly runs: readonly Run[]
}

/** A row of the grid; the numbers count rows from 1, as a person does, null where the row is not there. */
export type RowDifference = {
  readonly kind: 'KEPT' | 'CHANGED' | 'ADDED' | 'REMOVED'
  readonly numberBefore: number | null
  readonly numberAfter: number | null
  readonly cells: readonly CellDifference[]
}

type GridRow = { readonly number: number; readonly cells: readonly string[] }

// Rows of a list differ in a name or a sum and are still the same person's row.
const SAME_ROW = 0.35

/**
 * A table as rows of plain cells: what a cell covers beside its own place stays empty, so that every row has every column.
 * @example tableGrid(table)[0]?.cells // ['姓名', '金额']
 */
export function tableGrid(table: Table): readonly GridRow[] {
  const grid: string[][] = table.content.map(() => [])
  const taken = new Set<string>()
  for (const [at, row] of table.content.entries()) {
    let column = 0
    for (const cell of row.content) {
      while (taken.has(`${at} ${column}`)) column += 1
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {}
      const line = grid[at] as string[]
      while (line.length < column) line.push('')
      line[column] = cellText({ type: 'doc', content: cell.content })
      const last = Math.min(at + rowspan, grid.length)
      for (let covered = at; covered < last; covered += 1) {
        for (let next = column; next < column + colspan; next += 1) taken.add(`${covered} ${next}`)
      }
      column += colspan
    }
  }
  const width = Math.max(0, ...[...taken].map((place) => Number(place.split(' ')[1]) + 1))
  return grid.map((cells, index) => ({
    number: index + 1,
    cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  }))
}

function cellText(body: Body): string {
  return bodyText(body).replaceAll(/[\n\t]+/gu, ' ')
}

/**
 * What differs between two tables, by row and cell.
 * @example tableRows(before, after).filter(({ kind }) => kind !== 'KEPT')
 */
export function tableRows(before: Table, after: Table): readonly RowDifference[] {
  return pairedInOrder(tableGrid(before).map(profiled), tableGrid(after).map(profiled), {
    key: ({ text }) => text,
    like: (one, other) => likeness(one.profile, other.profile),
    enough: SAME_ROW,
  }).map((pair): RowDifference => {
    switch (pair.kind) {
      case 'KEPT':
        return {
          kind: 'KEPT',
          numberBefore: pair.before.number,
          numberAfter: pair.after.number,
          cells: wholeRow('KEPT', pair.after),
        }
      case 'CHANGED':
        return {
          kind: 'CHANGED',
          numberBefore: pair.before.number,
          numberAfter: pair.after.number,
          cells: changedCells(pair.before.cells, pair.after.cells),
        }
      case 'ADDED':
        return {
          kind: 'ADDED',
          numberBefore: null,
          numberAfter: pair.after.number,
          cells: wholeRow('ADDED', pair.after),
        }
      case 'REMOVED':
        return {
          kind: 'REMOVED',
          numberBefore: pair.before.number,
          numberAfter: null,
          cells: wholeRow('REMOVED', pair.before),
        }
    }
  })
}

function profiled(row: GridRow): GridRow & { readonly text: string; readonly profile: Profile } {
  const text = row.cells.join('\t')
  return { ...row, text, profile: profileOf(text) }
}

/**
 * A table that is only in one of the two.
 * @example wholeTable('ADDED', table).every(({ kind }) => kind === 'ADDED') // true
 */
export function wholeTable(kind: Run['kind'], table: Table): readonly RowDifference[] {
  return tableGrid(table).map((row) => ({
    kind,
    numberBefore: kind === 'ADDED' ? null : row.number,
    numberAfter: kind === 'REMOVED' ? null : row.number,
    cells: wholeRow(kind, row),
  }))
}

function wholeRow(kind: Run['kind'], row: GridRow): readonly CellDifference[] {
  return row.cells.map((text) => ({ kind, runs: wholeRun(kind, text) }))
}

function changedCells(before: readonly string[], after: readonly string[]): readonly CellDifference[] {
  // As many columns as before: each cell is held against the one that stood in its place.
  if (before.length === after.length) {
    return after.map((text, at) => {
      const old = before[at] ?? ''
      return old === text
        ? { kind: 'KEPT', runs: wholeRun('KEPT', text) }
        : { kind: 'CHANGED', runs: textRuns(old, text) }
    })
  }
  return pairedInOrder(before, after, {
    key: String,
    like: (one, other) => likeness(profileOf(one), profileOf(other)),
    enough: 0.5,
  }).map((pair): CellDifference => {
    switch (pair.kind) {
      case 'KEPT':
        return { kind: 'KEPT', runs: wholeRun('KEPT', pair.after) }
      case 'CHANGED':
        return { kind: 'CHANGED', runs: textRuns(pair.before, pair.after) }
      case 'ADDED':
        return { kind: 'ADDED', runs: wholeRun('ADDED', pair.after) }
      case 'REMOVED':
        return { kind: 'REMOVED', runs: wholeRun('REMOVED', pair.before) }
    }
  })
}
