import { InvalidArgumentError, type Command } from 'commander'
import { accept, type Result } from '../../domain/refusal.ts'
import { answer, common, type Answer, type CommonOptions } from '../../platform/cli/cli.ts'
import { addCarriageFolder, carriageFolders, endCarriageFolder } from '../exchange/carriage-folder.ts'
import { asPerson, withPerson, type Cli } from './cli.ts'

type FolderOptions = CommonOptions & { readonly as: string; readonly add?: string; readonly remove?: string }

function onlyOne(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('DIR')
  return value
}

/**
 * `board carriage-folder`: the folders of this computer or its network that the desk may copy packages to; set only here, never by a screen.
 * @example board carriage-folder --data DIR --as 周敏 --add /mnt/county
 */
export function addCarriageFolders(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  asPerson(cli, common(cli, program.command('carriage-folder')))
    .option('--add <dir>', say('cli:option.folderAdd'), onlyOne)
    .option('--remove <dir>', say('cli:option.folderRemove'), onlyOne)
    .action((options: FolderOptions) =>
      answer(cli, options, () =>
        withPerson(cli, options, async (deps, person): Promise<Result<Answer>> => {
          if (options.add !== undefined) {
            const added = await addCarriageFolder(deps, person, options.add)
            if (!added.ok) return added
          }
          if (options.remove !== undefined) {
            const ended = await endCarriageFolder(deps, person, options.remove)
            if (!ended.ok) return ended
          }
          const folders = await carriageFolders(deps)
          const lines = folders.map(({ path }) => ({ text: path }))
          return accept({ data: { folders }, lines: lines.length > 0 ? lines : [{ key: 'noFolders' }] })
        }),
      ),
    )
}
