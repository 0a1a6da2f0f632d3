import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { holdFile } from './exclusive-file.ts'

/** What the running server wrote about itself. */
export type RunningServer = { readonly pid: number; readonly deskUrl: string; readonly kioskUrl: string }

/** Either the folder is ours, or somebody else serves it. */
export type FolderLock =
  | {
      readonly ours: true
      readonly announce: (urls: Omit<RunningServer, 'pid'>) => void
      readonly release: () => void
    }
  | { readonly ours: false; readonly running: RunningServer | null }

const PATIENCE_MS = 5000
const LOOK_AGAIN_MS = 50

function addressFile(dataFolder: string): string {
  return join(dataFolder, 'server.json')
}

function readRunning(file: string): RunningServer | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningServer
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * The addresses of the server that holds a folder. It may still be opening its database: they come in a moment then.
 * Null when it says nothing for five seconds.
 * @example (await waitForRunning('/data'))?.deskUrl
 */
export async function waitForRunning(dataFolder: string): Promise<RunningServer | null> {
  const file = addressFile(dataFolder)
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    const running = readRunning(file)
    if (running) return running
    await pause(LOOK_AGAIN_MS)
  }
  return null
}

/**
 * Makes sure that one data folder is served once, making the folder if need be. `server.lock` is held as long as the
 * process lives and is free again the moment it is killed; `server.json` names the addresses of the server that holds it.
 * @example lockDataFolder('/data') // { ours: false, running: { deskUrl: 'http://127.0.0.1:8631/…' } }
 */
export function lockDataFolder(dataFolder: string): FolderLock {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const file = addressFile(dataFolder)
  const held = holdFile(join(dataFolder, 'server.lock'))
  if (held === null) return { ours: false, running: readRunning(file) }
  // What a killed server left behind would send people to a dead address.
  rmSync(file, { force: true })
  return {
    ours: true,
    announce: (urls) => {
      // The launch key is in it, so nobody else may read it; renamed into place, so nobody reads half of it.
      writeFileSync(`${file}.part`, JSON.stringify({ pid: process.pid, ...urls }), { mode: 0o600 })
      renameSync(`${file}.part`, file)
    },
    release: () => {
      rmSync(file, { force: true })
      held.letGo()
    },
  }
}
