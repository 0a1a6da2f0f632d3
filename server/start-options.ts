import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { StartOptions } from './start.ts'

function defaultDataFolder(): string {
  const base =
    process.platform === 'win32'
      ? process.env['LOCALAPPDATA']
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'))
  return join(base ?? homedir(), 'disclosure-board')
}

/** What the command line asks for: how to start, and whether the invented sample office is wanted. */
export type CommandLine = StartOptions & { readonly sample: boolean }

/**
 * Reads the words of the command line, for the server alone and for the server inside Electron. The sample office has
 * a data folder of its own, so that it can never be mistaken for the real one. Throws on a word it does not know.
 * @example readStartOptions(['--data', '/data', '--lan']) // { dataFolder: '/data', lan: true, sample: false }
 */
export function readStartOptions(words: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      'desk-port': { type: 'string' },
      'public-port': { type: 'string' },
      lan: { type: 'boolean', default: false },
      sample: { type: 'boolean', default: false },
    },
  })
  const usual = defaultDataFolder()
  return {
    dataFolder: values.data ?? (values.sample ? join(usual, 'sample') : usual),
    lan: values.lan,
    sample: values.sample,
    ...(values['desk-port'] !== undefined && { deskPort: Number(values['desk-port']) }),
    ...(values['public-port'] !== undefined && { publicPort: Number(values['public-port']) }),
  }
}
