import { changeRow, hasName } from '../../domain/catalogue/change-row.ts'
import type { CatalogueReading, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { faultInRule } from '../../domain/duty/rule-fault.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { type TableToTake, takeTables } from './take-tables.ts'
import type { TakeImport, TakenTables } from './views.ts'

type SheetToTake = TakeImport['sheets'][number]

function mended(reading: CatalogueReading, sheet: SheetToTake, field: string): Result<CatalogueRow[]> {
  const rows = [...reading.rows]
  for (const { row, change } of sheet.edits) {
    const before = rows[row]
    if (!before) return refuse('request.invalid', { field: `${field}.edits` })
    const after = changeRow(before, change)
    if (!hasName(after)) return refuse('catalogue.title-required')
    const fault = change.deadlineRule && faultInRule(change.deadlineRule)
    if (fault) return refuse('catalogue.rule-invalid', { field: fault })
    rows[row] = after
  }
  if (sheet.leaveOut.some((row) => !rows[row])) {
    return refuse('request.invalid', { field: `${field}.leaveOut` })
  }
  const leftOut = new Set(sheet.leaveOut)
  return accept(rows.filter((_, at) => !leftOut.has(at)))
}

function tablesOf(
  fileName: string,
  readings: readonly CatalogueReading[],
  { sheets }: TakeImport,
): Result<readonly TableToTake[]> {
  const tables: TableToTake[] = []
  const taken = new Set<number>()
  for (const [at, sheet] of sheets.entries()) {
    const reading = readings[sheet.sheet]
    if (!reading || taken.has(sheet.sheet)) return refuse('request.invalid', { field: `sheets.${at}.sheet` })
    taken.add(sheet.sheet)
    if (sheet.name.trim() === '') return refuse('request.invalid', { field: `sheets.${at}.name` })
    const rows = mended(reading, sheet, `sheets.${at}`)
    if (!rows.ok) return rows
    if (rows.value.length === 0) return refuse('catalogue.nothing-to-take')
    tables.push({
      name: sheet.name.trim(),
      regime: sheet.regime,
      columns: reading.columns,
      sourceFile: fileName,
      rows: rows.value,
      targetId: sheet.catalogueId,
      unitIds: sheet.unitIds,
      leftOut: reading.rows.length - rows.value.length,
      notUnderstood: reading.notes.length,
    })
  }
  return tables.length === 0 ? refuse('catalogue.nothing-to-take') : accept(tables)
}

/**
 * Takes the sheets of a preview that a person has chosen, with what was mended and without what was left out, in one
 * transaction, and in the same one whatever else the caller does. Needs HANDLER or ADMINISTRATOR. Refuses `catalogue.import-not-found`, `catalogue.nothing-to-take`,
 * `catalogue.title-required` and what `takeTables` refuses.
 * @example await takeImport(deps, principal, preview.id, { sheets: [{ sheet: 0, name, regime, catalogueId: null, edits: [], leaveOut: [] }] })
 */
export async function takeImport(
  deps: Deps,
  principal: Principal,
  id: string,
  what: TakeImport,
  also: (write: Writes, read: Reads) => Result<unknown> = () => accept(null),
): Promise<Result<TakenTables>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const stored = deps.store.read.catalogue.import(id)
  if (!stored) return refuse('catalogue.import-not-found')
  const tables = tablesOf(stored.fileName, stored.readings, what)
  if (!tables.ok) return tables
  return takeTables(deps, principal, tables.value, (write, read) => {
    // Taken twice by two clicks, or given up meanwhile: the second finds nothing.
    if (!read.catalogue.import(id)) return refuse('catalogue.import-not-found')
    write.catalogue.deleteImport(id)
    return also(write, read)
  })
}
