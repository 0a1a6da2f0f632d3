import { isSame } from '../../domain/catalogue/catalogue-diff.ts'
import type { CatalogueItem, CatalogueRow, Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { LayoutColumn } from '../../domain/catalogue/catalogue-version.ts'
import { keepersOf } from '../../domain/catalogue/keepers-of.ts'
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal.ts'
import type { Reads, Writes } from '../../db/store.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { startUpkeep } from '../duty/upkeep.ts'
import type { Principal } from '../principal.ts'
import type { ComparedTable } from './compare-tables.ts'
import type { TableOutcome, TakenTables } from './views.ts'

/** A table to take: as a new catalogue, or with a target as a new draft version of that one. */
export type TableToTake = {
  readonly name: string
  readonly regime: Regime
  readonly columns: readonly LayoutColumn[]
  readonly sourceFile: string
  readonly rows: readonly CatalogueRow[]
  readonly targetId: string | null
  /** Units that keep a new catalogue; left out, all of its regime. */
  readonly unitIds?: readonly string[] | undefined
  readonly leftOut: number
  readonly notUnderstood: number
}

type Plan = { readonly table: TableToTake; readonly basedOn: string | null; readonly compared: ComparedTable }

/** A target with the version that counted when the comparison was made. */
function targetOf(read: Reads, table: TableToTake): Result<{ readonly basedOn: string } | null> {
  if (table.targetId === null) return accept(null)
  const target = read.catalogue.byId(table.targetId)
  if (!target) return refuse('catalogue.not-found')
  if (target.regime !== table.regime) {
    return refuse('catalogue.regime-mismatch', { found: table.regime, expected: target.regime })
  }
  return accept({ basedOn: target.version.id })
}

function personalDataIn({ table, compared }: Plan): Refusal | null {
  if (compared.personalData === null) return null
  const row = table.rows[compared.personalData]
  const place = row && row.sourceRow > 0 ? row.sourceRow : compared.personalData + 1
  return refuse('catalogue.personal-data', { row: place, sheet: row?.sourceSheet ?? '' })
}

async function planOf(deps: Deps, tables: readonly TableToTake[]): Promise<Result<readonly Plan[]>> {
  const { read } = deps.store
  const targets: ({ readonly basedOn: string } | null)[] = []
  for (const table of tables) {
    const target = targetOf(read, table)
    if (!target.ok) return target
    targets.push(target.value)
  }
  const compared = await deps.work.run(
    'compareTables',
    tables.map(({ rows, targetId }) => ({
      rows,
      before: targetId === null ? null : read.catalogue.items(targetId),
    })),
  )
  const plans = tables.flatMap((table, at) => {
    const one = compared[at]
    return one ? [{ table, basedOn: targets[at]?.basedOn ?? null, compared: one }] : []
  })
  for (const plan of plans) {
    const refusal = personalDataIn(plan)
    if (refusal) return refusal
  }
  return accept(plans)
}

class Taking {
  private readonly deps: Deps
  private readonly principal: Principal
  private readonly write: Writes
  private readonly read: Reads

  constructor(deps: Deps, principal: Principal, write: Writes, read: Reads) {
    this.deps = deps
    this.principal = principal
    this.write = write
    this.read = read
  }

  items(catalogueId: string, { rows }: ComparedTable): readonly CatalogueItem[] {
    return rows.map(({ row, itemId }, position) => ({
      ...row,
      id: itemId ?? this.deps.ids.next(),
      catalogueId,
      position,
    }))
  }

  keepers({ regime, unitIds }: TableToTake): Result<readonly string[]> {
    const units = this.read.unit.list()
    if (unitIds === undefined) return accept(keepersOf(regime, units))
    const known = new Set(units.map(({ id }) => id))
    return unitIds.every((id) => known.has(id)) ? accept([...new Set(unitIds)]) : refuse('unit.not-found')
  }

  asNew({ table, compared }: Plan): Result<TableOutcome> {
    const keepers = this.keepers(table)
    if (!keepers.ok) return keepers
    const catalogueId = this.deps.ids.next()
    const versionId = this.deps.ids.next()
    this.write.catalogue.insert(
      { id: catalogueId, name: table.name, regime: table.regime, createdAt: this.deps.clock.now() },
      {
        id: versionId,
        sourceFile: table.sourceFile,
        columns: table.columns,
        createdBy: this.principal.id,
      },
      this.items(catalogueId, compared),
      keepers.value,
    )
    this.write.catalogue.addAuthor(versionId, this.principal.id)
    return accept(this.outcome(table, catalogueId, 'NEW', null))
  }

  asVersion({ table, compared }: Plan, catalogueId: string): Result<TableOutcome> {
    const { diff } = compared
    if (diff && isSame(diff)) return accept(this.outcome(table, catalogueId, 'UNCHANGED', diff))
    const versions = this.read.catalogue.versions(catalogueId)
    const open = versions.find(({ state }) => state === 'DRAFT' || state === 'SUBMITTED')
    // The draft the file was compared with, because nothing was ever approved: the file takes its place. A draft beside an
    // approved version holds somebody's changes, which the comparison has not seen.
    if (open?.state === 'DRAFT' && versions.length === 1) {
      const change = { sourceFile: table.sourceFile, columns: table.columns }
      this.write.catalogue.replaceDraft(open.id, change, this.items(catalogueId, compared))
      this.write.catalogue.addAuthor(open.id, this.principal.id)
      return accept(this.outcome(table, catalogueId, 'DRAFT_REPLACED', diff))
    }
    if (open) return refuse('catalogue.version-open', { number: open.number })
    const versionId = this.deps.ids.next()
    this.write.catalogue.insertVersion(
      {
        id: versionId,
        catalogueId,
        number: (versions[0]?.number ?? 0) + 1,
        sourceFile: table.sourceFile,
        columns: table.columns,
        createdBy: this.principal.id,
        createdAt: this.deps.clock.now(),
      },
      this.items(catalogueId, compared),
    )
    this.write.catalogue.addAuthor(versionId, this.principal.id)
    return accept(this.outcome(table, catalogueId, 'NEW_VERSION', diff))
  }

  private outcome(
    table: TableToTake,
    catalogueId: string,
    outcome: TableOutcome['outcome'],
    diff: TableOutcome['diff'],
  ): TableOutcome {
    const { name, leftOut, notUnderstood } = table
    record(
      this.deps,
      this.write,
      this.principal,
      'catalogue.import',
      { kind: 'catalogue', id: catalogueId },
      {
        items: table.rows.length,
        ...(diff && {
          added: diff.added.length,
          changed: diff.changed.length,
          gone: diff.removed.length,
        }),
        leftOut,
        notUnderstood,
      },
    )
    return { catalogueId, name, outcome, items: table.rows.length, diff, leftOut, notUnderstood }
  }
}

/**
 * Takes tables in one transaction, all or none: each as a new catalogue or as a new draft version of its target, in which
 * items keep their identity; a target that was never approved has its draft replaced; a table that says the same as the version that counts makes no version. `also` runs in the
 * same transaction. Afterwards duties are generated anew. The caller has checked the role.
 * Refuses `catalogue.not-found`, `catalogue.regime-mismatch`, `catalogue.version-open`, `catalogue.personal-data` (with
 * `row` and `sheet`), `unit.not-found`.
 * @example await takeTables(deps, principal, [{ name, regime, columns, sourceFile, rows, targetId: null, leftOut: 0, notUnderstood: 0 }])
 */
export async function takeTables(
  deps: Deps,
  principal: Principal,
  tables: readonly TableToTake[],
  also: (write: Writes, read: Reads) => Result<unknown> = () => accept(null),
): Promise<Result<TakenTables>> {
  for (;;) {
    const plans = await planOf(deps, tables)
    if (!plans.ok) return plans
    const done = deps.store.tx((write, read): Result<TakenTables | 'OUTDATED'> => {
      // Somebody may have approved a version while the worker was comparing: then it is compared once more.
      const current = (plan: Plan): boolean =>
        plan.table.targetId === null || read.catalogue.byId(plan.table.targetId)?.version.id === plan.basedOn
      if (!plans.value.every(current)) return accept('OUTDATED')
      const taking = new Taking(deps, principal, write, read)
      const outcomes: TableOutcome[] = []
      for (const plan of plans.value) {
        const { targetId } = plan.table
        const taken = targetId === null ? taking.asNew(plan) : taking.asVersion(plan, targetId)
        if (!taken.ok) return taken
        outcomes.push(taken.value)
      }
      const more = also(write, read)
      if (!more.ok) return more
      return accept({
        catalogues: outcomes.flatMap(({ catalogueId }) => read.catalogue.byId(catalogueId) ?? []),
        outcomes,
      })
    })
    if (!done.ok) return done
    if (done.value === 'OUTDATED') continue
    startUpkeep(deps)
    return accept(done.value)
  }
}
