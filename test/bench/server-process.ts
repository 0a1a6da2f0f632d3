import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SERVER_FLAGS } from '../../build/paths.mjs'

/** A board server of its own process, as the product runs it. */
export type ServerProcess = {
  readonly child: ChildProcess
  readonly publicOrigin: string
  /** From the start of the process to the first answered request. */
  readonly startMilliseconds: number
  readonly residentMegabytes: () => number
  readonly stop: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '..', '..')

/** Starts the built server on a data folder and waits for its first answer. */
export async function startServerProcess(dataFolder: string): Promise<ServerProcess> {
  const from = performance.now()
  const child = spawn(
    process.execPath,
    [
      ...SERVER_FLAGS,
      join(ROOT, 'out', 'server', 'main.js'),
      '--data',
      dataFolder,
      '--desk-port',
      '0',
      '--public-port',
      '0',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })
  let publicOrigin = ''
  for await (const line of lines) {
    if (line.startsWith('kiosk: ')) {
      publicOrigin = new URL(line.slice('kiosk: '.length)).origin
      break
    }
  }
  if (publicOrigin === '') throw new Error('the server did not start; run npm run build first')
  await (await fetch(`${publicOrigin}/api/public/home`)).arrayBuffer()
  const startMilliseconds = performance.now() - from
  return {
    child,
    publicOrigin,
    startMilliseconds,
    residentMegabytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
