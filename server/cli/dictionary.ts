import { type Command, Option } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { DICTIONARY_KINDS, type DictionaryKind } from '../../domain/wording/wording-entry.ts'
import { answer, type Answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { givenFile } from '../../platform/cli/given-file.ts'
import { dictionariesInUse } from '../wording/dictionaries.ts'
import { previewDictionary, takeDictionary } from '../wording/take-dictionary.ts'
import { asPerson, type Cli, withBoard, withPerson } from './cli.ts'

type ImportOptions = CommonOptions & {
  readonly as: string
  readonly file: string
  readonly kind: DictionaryKind
  readonly source?: string
}

/**
 * `board dictionary list|import`: what the wording check goes by, and another dictionary in place of one of them.
 * @example board dictionary import --kind LEADER --file leaders.xlsx --data DIR --as 周敏
 */
export function addDictionary(cli: Cli, group: Command): void {
  const { say } = cli.sentences
  common(cli, group.command('list'))
    .description(say('cli:help.dictionaryList'))
    .action((options: CommonOptions) =>
      answer(cli, options, () =>
        withBoard(cli, options.data, ({ store: { read } }) => {
          const dictionaries = dictionariesInUse(read)
          return accept({
            data: { dictionaries },
            lines: dictionaries.map(({ kind, version, entryCount }) => ({
              key: 'dictionary',
              params: { kind, version, entries: entryCount },
            })),
          })
        }),
      ),
    )
  asPerson(cli, common(cli, group.command('import')))
    .description(say('cli:help.dictionaryImport'))
    .requiredOption('--file <file>', say('cli:option.dictionaryFile'))
    .addOption(
      new Option('--kind <kind>', say('cli:option.dictionaryKind'))
        .choices([...DICTIONARY_KINDS])
        .makeOptionMandatory(),
    )
    .option('--source <text>', say('cli:option.dictionarySource'))
    .action((options: ImportOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          const file = await givenFile(options.file)
          if (!file.ok) return file
          const preview = await previewDictionary(deps, person, options.kind, file.value)
          if (!preview.ok) return preview
          const { digest, added, changed, removed, source } = preview.value
          const taken = await takeDictionary(deps, person, options.kind, file.value, {
            digest,
            source: options.source ?? source,
          })
          if (!taken.ok) return taken
          const counts = { added: added.length, changed: changed.length, removed: removed.length }
          return accept({
            data: { kind: options.kind, ...counts },
            lines: [{ key: 'dictionaryTaken', params: { kind: options.kind, ...counts } }],
          })
        }),
      ),
    )
}
