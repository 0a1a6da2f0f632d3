import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { diffVersions, type CatalogueDiff, type RowField } from '../../domain/catalogue/catalogue-diff.ts'
import type { Catalogue, CatalogueReading, CatalogueRow } from '../../domain/catalogue/catalogue-item.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions, type Line } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { matchTables } from '../catalogue/match-tables.ts'
import type { Deps } from '../deps.ts'
import { withBoard, type Cli } from './cli.ts'

type DiffOptions = CommonOptions & { readonly id?: string; readonly with?: string }

/** One comparison: `from` and `to` are numbers of versions; `to` is null for a file, `from` when nothing is like it. */
type Compared = {
  readonly catalogueId: string | null
  readonly name: string
  readonly from: number | null
  readonly to: number | null
  readonly diff: CatalogueDiff
}

/**
 * `board catalogue diff FILE|VERSION`: what a file would change in the catalogue it is a new state of, or what a version has
 * changed against the one before it; `--with N` compares with version N. Changes nothing.
 * @example board catalogue diff 2027.xlsx --data DIR ; board catalogue diff 3 --with 1 --id ID --data DIR
 */
export function addCatalogueDiff(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('diff').argument('<file-or-version>'))
    .description(say('cli:help.catalogueDiff'))
    .option('--id <id>', say('cli:option.catalogueOf'))
    .option('--with <number>', say('cli:option.catalogueWith'))
    .action((what: string, options: DiffOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const number = existsSync(what) ? null : numberOf(what)
          const diffs = await (number === null
            ? diffOfFile(deps, what, options)
            : diffOfVersion(deps, number, options))
          if (!diffs.ok) return diffs
          return accept({ data: { diffs: diffs.value }, lines: diffs.value.flatMap(linesOf(cli)) })
        }),
      ),
    )
}

function numberOf(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

function rowsOf(deps: Deps, catalogue: Catalogue, number: string | undefined) {
  const wanted = number === undefined ? catalogue.version.number : numberOf(number)
  const version = deps.store.read.catalogue.versions(catalogue.id).find((one) => one.number === wanted)
  if (!version) return refuse('catalogue.version-not-found')
  return accept({ number: version.number, items: deps.store.read.catalogue.versionItems(version) })
}

function diffOfVersion(deps: Deps, number: number, options: DiffOptions): Result<readonly Compared[]> {
  const catalogue = onlyCatalogue(deps, options.id)
  if (!catalogue) return refuse('catalogue.not-found')
  const to = rowsOf(deps, catalogue, String(number))
  if (!to.ok) return to
  // The first version has none before it: it is compared with itself unless told otherwise.
  const from = rowsOf(deps, catalogue, options.with ?? String(Math.max(1, number - 1)))
  if (!from.ok) return from
  const diff = diffVersions(from.value.items, to.value.items)
  const { id: catalogueId, name } = catalogue
  return accept([{ catalogueId, name, from: from.value.number, to: number, diff }])
}

/** The catalogue named, or the only one there is. */
function onlyCatalogue(deps: Deps, id: string | undefined): Catalogue | undefined {
  const all = deps.store.read.catalogue.list()
  return id === undefined ? (all.length === 1 ? all[0] : undefined) : all.find((one) => one.id === id)
}

async function diffOfFile(
  deps: Deps,
  file: string,
  options: DiffOptions,
): Promise<Result<readonly Compared[]>> {
  const given = await givenFile(file)
  if (!given.ok) return given
  const readings = await deps.work.run('readCatalogueFile', given.value)
  if (!readings.ok) return readings
  const { catalogue } = deps.store.read
  if (options.id !== undefined && !catalogue.byId(options.id)) return refuse('catalogue.not-found')
  const known = catalogue.known().filter(({ id }) => options.id === undefined || id === options.id)
  // A catalogue that is named need not look like the file.
  const matches =
    options.id === undefined ? matchTables(readings.value, known) : readings.value.map(() => known[0])
  const diffs: Compared[] = []
  for (const [at, reading] of readings.value.entries()) {
    const compared = await compareFile(deps, reading, matches[at]?.id, options.with)
    if (!compared.ok) return compared
    diffs.push(compared.value)
  }
  return accept(diffs)
}

async function compareFile(
  deps: Deps,
  { name, regime, rows }: CatalogueReading,
  id: string | undefined,
  number: string | undefined,
): Promise<Result<Compared>> {
  const catalogue = id === undefined ? undefined : deps.store.read.catalogue.byId(id)
  if (catalogue && catalogue.regime !== regime)
    return refuse('catalogue.regime-mismatch', { found: regime, expected: catalogue.regime })
  const from = catalogue ? rowsOf(deps, catalogue, number) : null
  if (from && !from.ok) return from
  const [compared] = await deps.work.run('compareTables', [{ rows, before: from?.value.items ?? [] }])
  if (!compared?.diff) throw new Error('one table was compared with what there is')
  if (compared.personalData !== null) {
    const row = rows[compared.personalData]
    return refuse('catalogue.personal-data', { row: row?.sourceRow ?? 0, sheet: row?.sourceSheet ?? '' })
  }
  return accept({
    catalogueId: catalogue?.id ?? null,
    name: catalogue?.name ?? name,
    from: from?.value.number ?? null,
    to: null,
    diff: compared.diff,
  })
}

function titleOf({ itemLevel1, itemLevel2, itemLevel3 }: CatalogueRow): string {
  return [itemLevel1, itemLevel2, itemLevel3].filter((text) => text !== '').join('/')
}

const OWN_FIELDS: readonly RowField[] = ['deadlineRule', 'displayPeriod', 'disclosureScope', 'extra']

function linesOf({ sentences: { say } }: Cli): (compared: Compared) => readonly Line[] {
  const label = (field: RowField): string =>
    say(OWN_FIELDS.includes(field) ? `catalogue:field.${field}` : `desk:catalogue.column.${field}`)
  return ({ name, diff }) => [
    {
      key: 'catalogueDiff',
      params: {
        name,
        added: diff.added.length,
        changed: diff.changed.length,
        gone: diff.removed.length,
        unchanged: diff.unchanged,
      },
    },
    ...diff.added.map((row) => ({ text: `+ ${titleOf(row)}` })),
    ...diff.changed.map(({ before, after, fields }) => ({
      text: `~ ${titleOf(before)}${titleOf(before) === titleOf(after) ? '' : ` → ${titleOf(after)}`}（${fields.map(label).join('、')}）`,
    })),
    ...diff.removed.map((item) => ({ text: `- ${titleOf(item)}` })),
  ]
}
