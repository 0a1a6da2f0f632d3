import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { importCatalogue } from '../catalogue/procedures.ts'
import { catalogueCsv } from './catalogue-csv.ts'
import { dryRunCatalogue } from './catalogue-dry-run.ts'
import { answer, common, withBoard, withPerson, type Answer, type Cli, type CommonOptions } from './cli.ts'

/**
 * `board catalogue import FILE` and `board catalogue export`: a county's table in, a table in the standard's columns out.
 * @example board catalogue import catalogue-village.csv --data DIR --as 周敏
 */
export function addCatalogue(cli: Cli, group: Command): void {
  addImport(cli, group)
  addExport(cli, group)
}

type ImportOptions = {
  readonly json?: boolean
  readonly data?: string
  readonly as?: string
  readonly dryRun?: boolean
}

/** An option that only a dry run may leave out. */
function needed(command: Command, value: string | undefined, flags: string): string {
  return value ?? command.error(`error: required option '${flags}' not specified`)
}

function addImport(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  const command = common(cli, group.command('import').argument('<file>'), 'no-data')
  command
    .option('--data <dir>', say('cli:option.data'))
    .option('--as <name>', say('cli:option.as'))
    .option('--dry-run', say('cli:option.dryRun'))
    .action((file: string, given: ImportOptions) => {
      if (given.dryRun) return dryRunCatalogue(cli, file, given)
      const options = {
        ...given,
        data: needed(command, given.data, '--data <dir>'),
        as: needed(command, given.as, '--as <name>'),
      }
      return answer(cli, options, () =>
        withPerson(cli, options, async (deps, person) => {
          const imported = await importCatalogue(deps, person, {
            fileName: basename(file),
            bytes: await readFile(file),
          })
          if (!imported.ok) return imported
          const { catalogues, notes } = imported.value
          return accept({
            data: { catalogues, notes },
            lines: [
              ...catalogues.map(({ name, itemCount, id }) => ({
                key: 'catalogueImported',
                params: { name, itemCount, id },
              })),
              ...(notes.length > 0 ? [{ key: 'catalogueNotes', params: { count: notes.length } }] : []),
            ],
          })
        }),
      )
    })
    .description(say('cli:help.catalogueImport'))
}

function addExport(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('export'))
    .description(say('cli:help.catalogueExport'))
    .option('--id <id>', say('cli:option.catalogueId'))
    .option('--out <file>', say('cli:option.out'))
    .action((options: CommonOptions & { id?: string; out?: string }) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, async (deps): Promise<Result<Answer>> => {
          const { catalogue } = deps.store.read
          const chosen = catalogue.list().filter(({ id }) => options.id === undefined || id === options.id)
          if (chosen.length === 0) return refuse('catalogue.not-found')
          const rows = chosen.flatMap(({ id }) => catalogue.items(id))
          const csv = catalogueCsv(rows)
          if (options.out === undefined)
            return accept({ data: { csv, items: rows.length }, lines: [{ text: csv.trimEnd() }] })
          await writeFile(options.out, csv, { flag: 'wx' })
          return accept({
            data: { file: options.out, items: rows.length },
            lines: [{ key: 'catalogueExported', params: { items: rows.length, file: options.out } }],
          })
        }),
      ),
    )
}
