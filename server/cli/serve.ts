import { type Command, Option } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type CommonOptions } from '../../platform/cli/cli.ts'
import { portOption } from '../../platform/cli/port-option.ts'
import { startBoardServer } from '../start.ts'
import type { Cli } from './cli.ts'
import { rendererFolder } from './renderer-folder.ts'

type ServeOptions = CommonOptions & {
  readonly deskPort?: number
  readonly publicPort?: number
  readonly lan?: boolean
  readonly role?: 'kiosk'
}

/**
 * `board serve`: runs the board until it is told to stop; the desk's and the kiosk's address stand on lines of their own.
 * @example board serve --data DIR --lan
 */
export function addServe(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('serve'))
    .option('--desk-port <number>', say('cli:option.deskPort'), portOption)
    .option('--public-port <number>', say('cli:option.publicPort'), portOption)
    .option('--lan', say('cli:option.lan'))
    .addOption(new Option('--role <role>', say('cli:option.role')).choices(['kiosk']))
    .action((options: ServeOptions) =>
      answer(cli, options, async () => {
        const board = await startBoardServer({
          dataFolder: options.data,
          rendererFolder: rendererFolder(),
          lan: options.lan === true,
          ...(options.role === 'kiosk' && { role: 'KIOSK' as const }),
          ...(options.deskPort !== undefined && { deskPort: options.deskPort }),
          ...(options.publicPort !== undefined && { publicPort: options.publicPort }),
        })
        if (!board.ok) return board
        const stop = (): void => {
          void board.value.close()
        }
        process.once('SIGINT', stop)
        process.once('SIGTERM', stop)
        const { deskUrl, kioskUrl } = board.value
        return accept({
          data: { deskUrl, kioskUrl },
          lines: [
            { key: 'desk', params: { url: deskUrl } },
            { key: 'kiosk', params: { url: kioskUrl } },
          ],
        })
      }),
    )
}
