import type { Command } from 'commander'
import { accept } from '../../domain/refusal.ts'
import { answer, common, type Cli } from '../../platform/cli/cli.ts'
import { portOption } from '../../platform/cli/port-option.ts'
import { countyStartOptions, type ServeOptions } from '../start-options.ts'
import { startCounty } from '../start.ts'

/**
 * `county serve`: runs the county's program until it is told to stop; each address stands on a line of its own, the one for the person at
 * this computer last.
 * @example county serve --data DIR --exchange
 */
export function addServe(cli: Cli, program: Command): void {
  const { say } = cli.sentences
  common(cli, program.command('serve'), 'no-data')
    .option('--data <dir>', say('cli:county.option.dataOrUsual'))
    .option('--pages-port <number>', say('cli:county.option.pagesPort'), portOption)
    .option('--lan', say('cli:county.option.lan'))
    .option('--exchange', say('cli:county.option.exchange'))
    .option('--exchange-port <number>', say('cli:county.option.exchangePort'), portOption)
    .option('--tls-key <file>', say('cli:county.option.tlsKey'))
    .option('--tls-cert <file>', say('cli:county.option.tlsCert'))
    .action((options: ServeOptions & { readonly json?: boolean }) =>
      answer(cli, options, async () => {
        // Keys and packages are for this account of the computer alone, also in a folder that was there before.
        process.umask(0o077)
        const start = countyStartOptions(options, cli.io.env)
        const started = await startCounty(start)
        if (!started.ok) return started
        const county = started.value
        // Before the addresses are said: who reads them may ask us to stop at once.
        let stopping = false
        const stop = () => {
          // A terminal and the process that started us may both pass the same wish on.
          if (stopping) return
          stopping = true
          void county.close().then(() => process.exit(0))
        }
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
        const { exchangeUrl, pagesUrl } = county
        const { dataFolder } = start
        return accept({
          data: { pagesUrl, exchangeUrl, dataFolder },
          lines: [
            // The start script reads these lines: they are the same in every language.
            ...(exchangeUrl === null ? [] : [{ text: `exchange: ${exchangeUrl}` }]),
            { text: `data: ${dataFolder}` },
            { text: `county: ${pagesUrl}` },
          ],
        })
      }),
    )
}
