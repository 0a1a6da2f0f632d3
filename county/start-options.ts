import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CountyStartOptions } from './start.ts'

/** Where offices find the county when nothing else is said. */
const EXCHANGE_PORT = 8643

function usualDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const base =
    process.platform === 'win32'
      ? environment['LOCALAPPDATA']
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'))
  return join(base ?? homedir(), 'disclosure-county')
}

/**
 * Reads the words of the command line and the environment: `--data DIR`, `--pages-port N`, `--lan`, `--exchange` (listen for offices, on
 * `--exchange-port N`), `--tls-key FILE --tls-cert FILE` (a given certificate for both), and `DATABASE_URL`. Throws on a word it does not know.
 * @example readCountyStartOptions(['--data', '/county'], {}) // { dataFolder: '/county', lan: false, exchangePort: null, … }
 */
export function readCountyStartOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CountyStartOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      'pages-port': { type: 'string' },
      lan: { type: 'boolean', default: false },
      exchange: { type: 'boolean', default: false },
      'exchange-port': { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-cert': { type: 'string' },
    },
  })
  const port = values['exchange-port']
  const [keyFile, certificateFile] = [values['tls-key'], values['tls-cert']]
  return {
    dataFolder: values.data ?? usualDataFolder(environment),
    databaseUrl: environment['DATABASE_URL'],
    lan: values.lan,
    exchangePort: values.exchange || port !== undefined ? Number(port ?? EXCHANGE_PORT) : null,
    ...((keyFile ?? certificateFile) !== undefined && { tls: { keyFile, certificateFile } }),
    ...(values['pages-port'] !== undefined && { pagesPort: Number(values['pages-port']) }),
  }
}
