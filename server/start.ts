import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accept, refuse, type Refusal, type Result } from '../domain/refusal.ts'
import { createApp } from './app.ts'
import { createDeps, databaseFile, type DepsOptions } from './create-deps.ts'
import { lockDataFolder, waitForRunning } from '../platform/data-folder-lock.ts'
import type { Deps } from './deps.ts'
import { openNetworkSchedule } from './exchange/network/network-schedule.ts'
import { openPrintQueue } from './display/print/print-queue.ts'
import { openUpkeep } from './duty/upkeep.ts'
import { type OpenMounts, openMounts } from './mounts.ts'
import { openTimetable } from './notice/schedule/timetable.ts'
import { fillSearchIndex } from './notice/search/fill-index.ts'
import type { ReplicaFace } from './replica/replica-face.ts'
import { isReplicaFolder } from './replica/replica-folder.ts'
import { staticFilesIn } from '../platform/static-files.ts'
import { CLI_LANGUAGES, sentencesIn } from '../platform/sentence.ts'
import { requireWritable } from '../platform/writable-folder.ts'

/** How to start. Port 0 takes any free one. `lan` opens the public mount, and only that, to the office's network. */
export type StartOptions = DepsOptions & {
  readonly dataFolder: string
  readonly deskPort?: number
  readonly publicPort?: number
  readonly lan?: boolean
  /** KIOSK makes this computer a replica; a data folder that was paired once is one by itself. */
  readonly role?: 'KIOSK'
  /** Loads the invented sample office into a folder that holds nothing yet. */
  readonly sample?: boolean
  /** Folder of the built screens; `out/renderer` of this build when left out. */
  readonly rendererFolder?: string
}

/** A running board. `deskUrl` carries the launch key and is for the person at this PC only. */
export type RunningBoard = {
  readonly deskUrl: string
  readonly kioskUrl: string
  readonly deskPort: number
  readonly publicPort: number
  readonly launchSecret: string
  readonly deps: Deps
  /** On a replica, what its own page can do. */
  readonly replica?: ReplicaFace
  readonly close: () => Promise<void>
}

/**
 * Starts the board over a data folder: desk mount on the loopback, public mount beside it. The two listeners are two
 * kinds of trust; nothing else decides what a request may do.
 * Refuses `office.data-folder-in-use` with the address of the running server, `office.data-folder-unwritable`, and what
 * opening the database refuses.
 * @example const board = await startBoardServer({ dataFolder: '/data' })
 */
export async function startBoardServer(options: StartOptions): Promise<Result<RunningBoard>> {
  if (options.role === 'KIOSK' || isReplicaFolder(options.dataFolder)) {
    // Loaded only on a kiosk's own computer.
    const { startReplicaServer } = await import('./replica/start-replica.ts')
    return startReplicaServer(options)
  }
  let sampleRefused: Refusal | null = null
  if (options.sample && !existsSync(databaseFile(options.dataFolder))) {
    // Loaded only when asked for: an office's own board never needs it.
    const { loadSampleOffice } = await import('./sample/load-sample.ts')
    const loaded = await loadSampleOffice(options.dataFolder)
    // Somebody else may have begun to serve this folder meanwhile: then the lock below says where.
    const served = existsSync(join(options.dataFolder, 'server.lock'))
    if (!loaded.ok && !served) return loaded
    if (!loaded.ok) sampleRefused = loaded
  }
  const writable = requireWritable(options.dataFolder)
  if (!writable.ok) return writable
  // Locked before it is opened: a newer program must not migrate the database under the one that serves it.
  const lock = lockDataFolder(options.dataFolder)
  if (!lock.ours) {
    const running = await waitForRunning(options.dataFolder)
    return refuse('office.data-folder-in-use', { deskUrl: running?.deskUrl ?? '' })
  }
  if (sampleRefused !== null && !existsSync(databaseFile(options.dataFolder))) {
    lock.release()
    return sampleRefused
  }
  let deps: Result<Deps>
  try {
    deps = createDeps(options.dataFolder, options)
  } catch (error) {
    lock.release()
    throw error
  }
  if (!deps.ok) {
    lock.release()
    return deps
  }
  let mounts: OpenMounts | null = null
  try {
    await deps.value.blobs.sweep()
    const folder = options.rendererFolder ?? join(import.meta.dirname, '..', 'renderer')
    const app = createApp(deps.value, staticFilesIn(folder))
    const launchSecret = deps.value.ids.secret()
    const opened = await openMounts({
      answer: (request, bindings) => app.fetch(request, bindings),
      launchSecret,
      deskPort: options.deskPort,
      publicPort: options.publicPort,
      lan: options.lan,
    })
    mounts = opened
    const { deskUrl, publicAddress } = opened
    const kioskUrl = `${publicAddress}/kiosk/`
    lock.announce({ deskUrl, kioskUrl })
    const endUpkeep = openUpkeep(deps.value)
    const endIndexing = fillSearchIndex(deps.value)
    const endTimetable = openTimetable(deps.value)
    const endPrinting = openPrintQueue(deps.value, publicAddress)
    const endNetwork = openNetworkSchedule(deps.value)
    return accept({
      deskUrl,
      kioskUrl,
      deskPort: opened.deskPort,
      publicPort: opened.publicPort,
      launchSecret,
      deps: deps.value,
      close: async () => {
        endUpkeep()
        endIndexing()
        // Whoever listens is told that it is over before the connection is cut.
        deps.value.live.close()
        await endNetwork()
        await endTimetable()
        const printed = endPrinting()
        await deps.value.printer.close()
        await opened.close()
        // Cancelled at once: nothing of it was recorded, and the next one starts cleanly.
        await deps.value.exchangeJobs.close()
        await deps.value.work.close()
        await deps.value.replicas.snapshots.close()
        await printed
        deps.value.store.close()
        lock.release()
      },
    })
  } catch (error) {
    await mounts?.close()
    deps.value.store.close()
    lock.release()
    throw error
  }
}

/**
 * Why the board does not start, for the person, a sentence in each language.
 * @example whyNotStarted(refuse('office.database-newer', { found: 35, known: 34 }))
 */
export function whyNotStarted(refusal: Refusal): readonly string[] {
  return CLI_LANGUAGES.map((language) => sentencesIn(language).refusal(refusal))
}
