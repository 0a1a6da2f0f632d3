import { adoptRows, type AdoptedRow, type CatalogueDiff } from '../../domain/catalogue/catalogue-diff.ts'
import type { CatalogueItem, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { hasPersonalData } from '../../domain/catalogue/row-privacy.ts'

/** A table and the rows of the catalogue it may be a new state of; `before` is null for a new one. */
export type TableToCompare = {
  readonly rows: readonly CatalogueRow[]
  readonly before: readonly CatalogueItem[] | null
}

/** What came of it. */
export type ComparedTable = {
  readonly rows: readonly AdoptedRow[]
  readonly diff: CatalogueDiff | null
  /** Place of the first row with personal data, from 0; null when there is none. */
  readonly personalData: number | null
}

/**
 * Compares tables with the catalogues they are new states of, and looks for personal data in them; with ten thousand rows
 * this takes seconds, so it runs in the worker.
 * @example await deps.work.run('compareTables', [{ rows, before }])
 */
export function compareTables(tables: readonly TableToCompare[]): readonly ComparedTable[] {
  return tables.map(({ rows, before }) => {
    const found = rows.findIndex(hasPersonalData)
    const personalData = found < 0 ? null : found
    if (before === null) return { rows: rows.map((row) => ({ row, itemId: null })), diff: null, personalData }
    return { ...adoptRows(before, rows), personalData }
  })
}
