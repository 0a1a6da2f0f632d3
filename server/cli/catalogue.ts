import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Line } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { importCatalogue } from '../catalogue/procedures.ts'
import type { TableOutcome } from '../catalogue/views.ts'
import { upkeepIdle } from '../duty/upkeep.ts'
import { addCatalogueDiff } from './catalogue-diff.ts'
import { dryRunCatalogue } from './catalogue-dry-run.ts'
import { addCatalogueExport } from './catalogue-export.ts'
import { withPerson, type Cli } from './cli.ts'

/**
 * `board catalogue import FILE`, `board catalogue export` and `board catalogue diff`: a county's table in, a version out, and
 * what one has changed against another.
 * @example board catalogue import catalogue-village.csv --data DIR --as 周敏
 */
export function addCatalogue(cli: Cli, group: Command): void {
  addImport(cli, group)
  addCatalogueExport(cli, group)
  addCatalogueDiff(cli, group)
}

type ImportOptions = {
  readonly json?: boolean
  readonly data?: string
  readonly as?: string
  readonly dryRun?: boolean
  readonly into?: string
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
    .option('--into <id>', say('cli:option.intoCatalogue'))
    .action((file: string, given: ImportOptions) => {
      if (given.dryRun) return dryRunCatalogue(cli, file, given)
      const options = {
        ...given,
        data: needed(command, given.data, '--data <dir>'),
        as: needed(command, given.as, '--as <name>'),
      }
      return answer(cli, options, () =>
        withPerson(cli, options, async (deps, person) => {
          const upload = await givenFile(file)
          if (!upload.ok) return upload
          const imported = await importCatalogue(deps, person, upload.value, given.into)
          if (!imported.ok) return imported
          // The duties of what was imported are there when the command ends.
          await upkeepIdle(deps)
          const { catalogues, notes, diffs } = imported.value
          return accept({
            data: { catalogues, notes, diffs },
            lines: [
              ...diffs.map(lineOf),
              ...(notes.length > 0 ? [{ key: 'catalogueNotes', params: { count: notes.length } }] : []),
            ],
          })
        }),
      )
    })
    .description(say('cli:help.catalogueImport'))
}

function lineOf({ outcome, name, items, catalogueId: id, diff }: TableOutcome): Line {
  switch (outcome) {
    case 'NEW':
      return { key: 'catalogueImported', params: { name, itemCount: items, id } }
    case 'UNCHANGED':
      return { key: 'catalogueUnchanged', params: { name, id } }
    case 'DRAFT_REPLACED':
    case 'NEW_VERSION':
      return {
        key: outcome === 'NEW_VERSION' ? 'catalogueNewVersion' : 'catalogueDraftReplaced',
        params: {
          ...{ name, id },
          added: diff?.added.length ?? 0,
          changed: diff?.changed.length ?? 0,
          gone: diff?.removed.length ?? 0,
        },
      }
  }
}
