import { homedir } from 'node:os'
import { join } from 'node:path'
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

/** Options of `county serve` as they were given. */
export type ServeOptions = {
  readonly data?: string
  readonly pagesPort?: number
  readonly lan?: boolean
  /** Listen for offices. */
  readonly exchange?: boolean
  readonly exchangePort?: number
  readonly tlsKey?: string
  readonly tlsCert?: string
}

/**
 * How to start by the options of the command line and `DATABASE_URL`: on this computer alone and listening to nobody unless told otherwise.
 * @example countyStartOptions({ data: '/county' }, {}) // { dataFolder: '/county', lan: false, exchangePort: null, … }
 */
export function countyStartOptions(
  options: ServeOptions,
  environment: Readonly<Record<string, string | undefined>>,
): CountyStartOptions {
  const { data, pagesPort, lan = false, exchange = false, exchangePort, tlsKey, tlsCert } = options
  return {
    dataFolder: data ?? usualDataFolder(environment),
    databaseUrl: environment['DATABASE_URL'],
    lan,
    exchangePort: exchangePort ?? (exchange ? EXCHANGE_PORT : null),
    ...((tlsKey ?? tlsCert) !== undefined && { tls: { keyFile: tlsKey, certificateFile: tlsCert } }),
    ...(pagesPort !== undefined && { pagesPort }),
  }
}
