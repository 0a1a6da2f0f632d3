import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What the running server wrote about itself. */
export type RunningServer = { readonly pid: number; readonly deskUrl: string; readonly kioskUrl: string }

/** Either the folder is ours, or somebody else serves it. */
export type FolderLock =
  | { readonly ours: true; readonly announce: (urls: Omit<RunningServer, 'pid'>) => void; readonly release: () => void }
  | { readonly ours: false; readonly running: RunningServer | null }

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there but belongs to another person.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readRunning(file: string): RunningServer | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningServer
  } catch {
    return null
  }
}

/**
 * Makes sure that one data folder is served once. A lock left by a killed server is recognised by its dead process and
 * taken over; a lock of a living one names its addresses.
 * @example lockDataFolder('/data') // { ours: false, running: { deskUrl: 'http://127.0.0.1:8631/…' } }
 */
export function lockDataFolder(dataFolder: string): FolderLock {
  const file = join(dataFolder, 'server.lock')
  const write = (running: RunningServer) => {
    const handle = openSync(file, 'w', 0o600)
    writeSync(handle, JSON.stringify(running))
    closeSync(handle)
  }
  const empty = { pid: process.pid, deskUrl: '', kioskUrl: '' }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, JSON.stringify(empty))
      closeSync(handle)
      return {
        ours: true,
        announce: (urls) => write({ pid: process.pid, ...urls }),
        release: () => rmSync(file, { force: true }),
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const running = readRunning(file)
      if (running && running.pid !== process.pid && alive(running.pid)) return { ours: false, running }
      rmSync(file, { force: true })
    }
  }
  return { ours: false, running: readRunning(file) }
}
