import type { CatalogueNote, CatalogueRow } from './catalogue-item.ts'
import { FILLED_ROLES, blankRuns } from './fill-from-above.ts'
import type { FilledRole } from './fill-from-above.ts'
import type { Merge } from './grid.ts'
import type { ColumnRole, Header } from './header.ts'
import { readRowDeadline } from './row-deadline.ts'

/** A row before its group is known: under which heading it stands, and the labels of columns that said 同上. */
export type RawRow = {
  readonly row: CatalogueRow
  readonly header: Header
  readonly same: readonly string[]
  /** Whether it stands under the same first level as the row before it. */
  readonly follows: boolean
}

function labelOf(header: Header, role: ColumnRole): string {
  return header.columns.find((column) => column.role === role)?.label ?? ''
}

/** Columns that have blocks over several rows, or are ticked: there a blank cell is a blank cell. */
function mergedRoles(header: Header, merges: readonly Merge[]): ReadonlySet<FilledRole> {
  const below = merges.filter(({ top, bottom }) => bottom > top)
  return new Set(
    FILLED_ROLES.filter((role) => {
      if (role === 'deadlineText' && header.columns.some((one) => one.role === 'deadlineTick')) return true
      const column = header.columns.find((one) => one.role === role)
      return column && below.some(({ left, right }) => left <= column.index && column.index <= right)
    }),
  )
}

function groupsOf(raw: readonly RawRow[]): readonly (readonly RawRow[])[] {
  const groups: RawRow[][] = []
  for (const one of raw) {
    const group = one.follows ? groups.at(-1) : undefined
    if (group) group.push(one)
    else groups.push([one])
  }
  return groups
}

function fillGroup(group: readonly RawRow[], merges: readonly Merge[]): readonly RawRow[] {
  const [first] = group
  if (!first) return group
  const blank = blankRuns(
    group.map(({ row }) => row),
    mergedRoles(first.header, merges),
  )
  const above = Object.fromEntries(blank.map((role) => [role, first.row[role]]))
  return group.map((one) =>
    one === first
      ? one
      : {
          ...one,
          row: { ...one.row, ...above },
          same: [...one.same, ...blank.map((role) => labelOf(first.header, role))],
        },
  )
}

/**
 * Fills what a group of rows leaves blank in a run, and reads the deadlines; both are told in notes with the row's
 * number. `merges` are those of the rows, without the headings'.
 * @example finishRows(raw, grid.merges).notes // [{ code: 'FILLED_FROM_ABOVE', row: 4, text: '公开时限', … }]
 */
export function finishRows(
  raw: readonly RawRow[],
  merges: readonly Merge[],
): { readonly rows: readonly CatalogueRow[]; readonly notes: readonly CatalogueNote[] } {
  const notes: CatalogueNote[] = []
  const rows = groupsOf(raw)
    .flatMap((group) => fillGroup(group, merges))
    .map(({ row, header, same }): CatalogueRow => {
      const note = (code: CatalogueNote['code'], parts: readonly string[]): void => {
        if (parts.length === 0) return
        notes.push({ code, sheet: row.sourceSheet, row: row.sourceRow, text: parts.join('；') })
      }
      note('FILLED_FROM_ABOVE', same)
      const reading = readRowDeadline(row.deadlineText, labelOf(header, 'deadlineText'))
      const { rule, displayPeriod, reservations, conditions, unread } = reading
      // What merely reserves other law is no doubt, unless nothing else was said.
      note('DEADLINE_UNREAD', rule || displayPeriod ? unread : [...unread, ...reservations])
      note('DEADLINE_CONDITION', conditions)
      return { ...row, deadlineRule: rule, displayPeriod }
    })
  return { rows, notes }
}
