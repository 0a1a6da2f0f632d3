import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { hashWords } from '../../domain/sheet/sheet-code.ts'
import { answer, common, type Cli, type CommonOptions } from '../../platform/cli/cli.ts'
import { setUpCounty } from '../instance/check-instance.ts'
import { withNewCounty } from './with-county.ts'

type InitOptions = CommonOptions & { readonly name: string; readonly code: string; readonly address?: string }

/**
 * `county init`: sets a county up in a data folder and its database (`DATABASE_URL`, else the embedded one).
 * @example county init --data DIR --name 示例县政务公开办公室 --code 990000
 */
export function addInit(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('init'))
    .requiredOption('--name <text>', say('cli:county.option.name'))
    .requiredOption('--code <code>', say('cli:county.option.code'))
    .option('--address <url>', say('cli:county.option.address'))
    .action((options: InitOptions) =>
      answer(cli, options, () =>
        withNewCounty(cli, options.data, async (deps) => {
          const { name, code, address = null } = options
          const done = await setUpCounty(deps, { name, code, address })
          if (!done.ok) return done
          const words = hashWords(deps.key.keyId)
          return accept({
            data: { instanceId: done.value, keyId: deps.key.keyId, keyWords: words },
            lines: [
              { key: 'initialised', params: { name } },
              { key: 'ownWords', params: { words: words.join(' ') } },
            ],
          })
        }),
      ),
    )
}
