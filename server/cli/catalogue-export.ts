import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Catalogue } from '../../domain/catalogue/catalogue-item.ts'
import type { StoredVersion } from '../../db/repos/catalogue-repo.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { exportVersion } from '../catalogue/export-version.ts'
import type { Deps } from '../deps.ts'
import { catalogueCsv } from './catalogue-csv.ts'
import { withBoard, type Cli } from './cli.ts'

type ExportOptions = CommonOptions & {
  readonly id?: string
  readonly version?: string
  readonly out?: string
}

/**
 * `board catalogue export`: the versions that count as CSV in the standard's columns, or with `--out FILE.xlsx` one version
 * in the county's own columns.
 * @example board catalogue export --id ID --version 2 --out 目录.xlsx --data DIR
 */
export function addCatalogueExport(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('export'))
    .description(say('cli:help.catalogueExport'))
    .option('--id <id>', say('cli:option.catalogueId'))
    .option('--version <number>', say('cli:option.catalogueVersion'))
    .option('--out <file>', say('cli:option.out'))
    .action((options: ExportOptions) =>
      answer(cli, options, () => withBoard(cli, options.data, (deps) => exportChosen(deps, options))),
    )
}

type Chosen = { readonly catalogue: Catalogue; readonly version: StoredVersion }

function choose(deps: Deps, options: ExportOptions): Result<readonly Chosen[]> {
  const { catalogue: read } = deps.store.read
  const all = read.list().filter(({ id }) => options.id === undefined || id === options.id)
  if (all.length === 0) return refuse('catalogue.not-found')
  const chosen = all.flatMap((catalogue) => {
    const wanted = options.version === undefined ? catalogue.version.number : Number(options.version)
    const version = read.versions(catalogue.id).find(({ number }) => number === wanted)
    return version ? [{ catalogue, version }] : []
  })
  return chosen.length === 0 ? refuse('catalogue.version-not-found') : accept(chosen)
}

async function exportChosen(deps: Deps, options: ExportOptions): Promise<Result<Answer>> {
  const chosen = choose(deps, options)
  if (!chosen.ok) return chosen
  const { out } = options
  if (out?.toLowerCase().endsWith('.xlsx')) return exportWorkbook(deps, chosen.value, out)
  const rows = chosen.value.flatMap(({ version }) => deps.store.read.catalogue.versionItems(version))
  const csv = catalogueCsv(rows)
  if (out === undefined)
    return accept({ data: { csv, items: rows.length }, lines: [{ text: csv.trimEnd() }] })
  await writeFile(out, csv, { flag: 'wx' })
  return accept(exported(out, rows.length))
}

async function exportWorkbook(deps: Deps, chosen: readonly Chosen[], out: string): Promise<Result<Answer>> {
  const [one, ...others] = chosen
  // Each catalogue has columns of its own, so a workbook holds one.
  if (!one || others.length > 0) return refuse('request.invalid', { field: '--id' })
  const file = await exportVersion(deps, one.version.id)
  if (!file.ok) return file
  await writeFile(out, file.value.bytes, { flag: 'wx' })
  return accept(exported(out, file.value.items))
}

function exported(file: string, items: number): Answer {
  return { data: { file, items }, lines: [{ key: 'catalogueExported', params: { items, file } }] }
}
