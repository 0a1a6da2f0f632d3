import type { DutyMatrix } from '../../../server/duty/views.ts'

/** What of the matrix is shown: villages with their place in the cells, and the rows. */
export type MatrixShown = {
  readonly units: readonly { readonly unit: DutyMatrix['units'][number]; readonly index: number }[]
  readonly rows: DutyMatrix['rows']
}

/** Narrows the matrix to the villages and items with something late; else everything, as it came. */
export function matrixShown(view: Pick<DutyMatrix, 'units' | 'rows'>, onlyLate: boolean): MatrixShown {
  const units = view.units.map((unit, index) => ({ unit, index }))
  if (!onlyLate) return { units, rows: view.rows }
  return {
    units: units.filter(({ index }) => view.rows.some((row) => row.cells[index]?.state === 'OVERDUE')),
    rows: view.rows.filter((row) => row.cells.some((cell) => cell?.state === 'OVERDUE')),
  }
}
