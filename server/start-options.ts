import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { databaseFile } from './create-deps.ts'
import { isReplicaFolder } from './replica/replica-folder.ts'
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

/**
 * A kiosk's own computer keeps its copy apart: a board that was tried out on it before is no replica. Once it is paired a plain
 * start finds the copy, unless there is a board of an office beside it.
 */
function usualDataFolder(kiosk: boolean): string {
  const own = defaultDataFolder()
  const replica = join(own, 'replica')
  return kiosk || (isReplicaFolder(replica) && !existsSync(databaseFile(own))) ? replica : own
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
      role: { type: 'string' },
    },
  })
  if (values.role !== undefined && values.role !== 'kiosk') throw new Error(`no such role: ${values.role}`)
  const usual = usualDataFolder(values.role === 'kiosk')
  return {
    dataFolder: values.data ?? (values.sample ? join(usual, 'sample') : usual),
    lan: values.lan,
    sample: values.sample,
    ...(values.role === 'kiosk' && { role: 'KIOSK' as const }),
    ...(values['desk-port'] !== undefined && { deskPort: Number(values['desk-port']) }),
    ...(values['public-port'] !== undefined && { publicPort: Number(values['public-port']) }),
  }
}
