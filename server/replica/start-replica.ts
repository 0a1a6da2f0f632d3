import { existsSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { createApp } from '../app.ts'
import { systemClock } from '../../platform/clock.ts'
import { databaseFile } from '../create-deps.ts'
import { lockDataFolder, waitForRunning } from '../../platform/data-folder-lock.ts'
import type { Deps } from '../deps.ts'
import { randomIds } from '../../platform/ids.ts'
import { type OpenMounts, openMounts } from '../mounts.ts'
import { requireWritable } from '../../platform/writable-folder.ts'
import type { RunningBoard, StartOptions } from '../start.ts'
import { staticFilesIn } from '../../platform/static-files.ts'
import { openWork } from '../work/work.ts'
import { journalEvidence, journalKioskLog } from './journal-sinks.ts'
import { openJournals } from './journals-by-office.ts'
import { isDiskFault } from './office-client.ts'
import { openPairedScreens } from './paired-screens.ts'
import { pairScreenAtOffice } from './pair-screen-at-office.ts'
import { pairWithOffice } from './pair-with-office.ts'
import { openPullLoop, type PullLoop } from './pull-loop.ts'
import { buildGeneration, sweepReplica } from './pull.ts'
import { replicaDeps, type ReplicaShared } from './replica-deps.ts'
import type { ReplicaFace } from './replica-face.ts'
import { type Current, type Pairing, readState, replicaPlaces } from './replica-folder.ts'
import { glassAddress } from './replica-page.ts'
import { replicaSource } from './source.ts'
import { openSteadyClock } from './steady-clock.ts'
import type { SnapshotManifest } from './views.ts'

/** One snapshot being served. */
type Generation = {
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
  readonly current: Current | null
  /** Answers under way; it is closed when they are over. */
  readonly open: Set<ServerResponse>
}

const LOOK_MS = 5 * 60_000
/** How long an answer of the former snapshot may go on after the switch: a large file over a slow network. */
const GRACE_MS = 30_000
const BUILD_MS = 30 * 60_000

/**
 * Starts a replica over its data folder: the same pages on the public mount, from the snapshot that was pulled last, with or
 * without the office; on the desk mount one page for whoever sets it up. Every new snapshot gets parts and routes of its own
 * behind the same two listeners, and the former one is closed when its last answer is over. Refuses like the office's start, and
 * `replica.folder-of-office` for a folder that holds an office's own board.
 * @example await startReplicaServer({ dataFolder: '/data', role: 'KIOSK' })
 */
export async function startReplicaServer(options: StartOptions): Promise<Result<RunningBoard>> {
  const { dataFolder } = options
  const writable = requireWritable(dataFolder)
  if (!writable.ok) return writable
  if (existsSync(databaseFile(dataFolder))) return refuse('replica.folder-of-office')
  const lock = lockDataFolder(dataFolder)
  if (!lock.ours) {
    const running = await waitForRunning(dataFolder)
    return refuse('office.data-folder-in-use', { deskUrl: running?.deskUrl ?? '' })
  }
  const opened: OpenMounts[] = []
  try {
    return accept(await run(options, lock, opened))
  } catch (error) {
    await Promise.all(opened.map((mounts) => mounts.close()))
    lock.release()
    throw error
  }
}

type OurLock = Extract<ReturnType<typeof lockDataFolder>, { ours: true }>

async function run(options: StartOptions, lock: OurLock, listening: OpenMounts[]): Promise<RunningBoard> {
  const { dataFolder } = options
  const clock = options.clock ?? systemClock()
  const places = replicaPlaces(dataFolder)
  const steady = openSteadyClock(places.clock, clock)
  const journals = openJournals(dataFolder, () => readState<Pairing>(places.pairing))
  const journal = journals.now
  const work = openWork({ idle: () => 1000, task: () => BUILD_MS })
  const files = staticFilesIn(options.rendererFolder ?? join(import.meta.dirname, '..', '..', 'renderer'))
  let now: Generation
  let loop: PullLoop | null = null
  /** Generations that were found damaged. */
  const spoilt = new Set<string>()
  const ofSnapshot = () => now.deps.store.read.audit.latestInstant()
  const clockTrusted = () => steady.state(ofSnapshot()) === 'TRUSTED'
  const sinks = {
    journal,
    clock: steady.clock,
    clockTrusted,
    read: () => now.deps.store.read,
    inTouch: () => loop?.inTouch() ?? false,
    paired: openPairedScreens(places.screens),
    pairAtOffice: (screenId: string, code: string) => pairScreenAtOffice(dataFolder, screenId, code),
  }
  const shared: ReplicaShared = {
    dataFolder,
    options: { ...options, clock },
    steady,
    evidence: journalEvidence(sinks),
    kioskLog: journalKioskLog(sinks),
    source: () => {
      const current = now.current
      const checkedAt = loop?.last()?.checkedAt ?? null
      const upTo = current === null ? null : (checkedAt ?? current.createdAt)
      return replicaSource(upTo, steady.clock.now(), clockTrusted())
    },
  }
  const face: ReplicaFace = {
    pairing: () => readState<Pairing>(places.pairing),
    current: () => now.current,
    last: () => loop?.last() ?? null,
    waiting: journal.waiting,
    lost: journal.lost,
    pair: async (wish) => {
      const paired = await pairWithOffice({ ...wish, dataFolder, clock })
      if (paired.ok) void loop?.turn().catch(() => undefined)
      return paired
    },
    pull: async () => loop?.turn() ?? refuse('replica.not-paired'),
    damaged: () => {
      if (now.current === null || spoilt.has(now.current.generation)) return
      spoilt.add(now.current.generation)
      void loop?.turn().catch(() => undefined)
    },
  }
  const generationOver = (current: Current | null): Result<Generation> => {
    const deps = replicaDeps(shared, current === null ? null : places.databaseOf(current.generation))
    if (!deps.ok) return deps
    deps.value.live.mark(`snapshot ${current?.instanceId ?? ''} ${current?.sequence ?? 0}`)
    return accept({ deps: deps.value, app: createApp(deps.value, files, face), current, open: new Set() })
  }
  const first = await firstGeneration(dataFolder, work, generationOver, spoilt)
  now = first
  const retired = new Set<Promise<void>>()
  const switchTo = async (current: Current): Promise<Result<true>> => {
    const next = generationOver(current)
    if (!next.ok) {
      spoilt.add(current.generation)
      return next
    }
    const former = now
    now = next.value
    const ended = retire(former).finally(() => retired.delete(ended))
    retired.add(ended)
    await sweepReplica(dataFolder)
    return accept(true)
  }
  let looked = false
  const mend = async (): Promise<void> => {
    const shown = now.current
    const manifest = shown && readState<SnapshotManifest>(places.manifestOf(shown.generation))
    if (!shown || !manifest) return
    if (!looked) {
      // Once after each start, beside what is being served: a power cut may have spoilt any page of it.
      const file = places.databaseOf(shown.generation)
      const whole = await work.run('checkBuilt', { file, manifest }).catch(() => null)
      looked = whole !== null
      if (whole?.ok === false) spoilt.add(shown.generation)
    }
    if (!spoilt.has(shown.generation)) return
    const built = await buildGeneration({ dataFolder, work }, manifest).catch(() => null)
    // Its pieces may be spoilt, too: then the next pull fetches what is.
    if (built?.ok === true) await switchTo(built.value)
  }

  const launchSecret = randomIds(() => Math.max(0, Date.parse(clock.now()))).secret()
  const mounts = await openMounts({
    // Whichever snapshot is current when a request comes answers it to its end.
    answer: (request, bindings, response) => {
      const generation = now
      generation.open.add(response)
      response.once('close', () => generation.open.delete(response))
      return generation.app.fetch(request, bindings)
    },
    launchSecret,
    deskPort: options.deskPort,
    publicPort: options.publicPort,
    lan: options.lan,
  })
  listening.push(mounts)
  const { deskUrl, publicAddress } = mounts
  const kioskUrl = glassAddress(publicAddress)
  try {
    lock.announce({ deskUrl, kioskUrl })
  } catch (error) {
    // Only a second start asks for it; what is shown on a full disk does not wait for that.
    if (!isDiskFault(error)) throw error
  }
  const looking = setInterval(() => steady.look(ofSnapshot()), LOOK_MS).unref()
  steady.look(ofSnapshot())
  loop = openPullLoop({
    dataFolder,
    clock,
    work,
    journalOf: journals.of,
    shown: () => now.current,
    switchTo,
    mend,
    spoilt: (generation) => spoilt.has(generation),
    heard: steady.heard,
    looked: () => steady.look(ofSnapshot()),
  })
  const opened = loop
  return {
    deskUrl,
    kioskUrl,
    deskPort: mounts.deskPort,
    publicPort: mounts.publicPort,
    launchSecret,
    get deps() {
      return now.deps
    },
    replica: face,
    close: async () => {
      clearInterval(looking)
      await opened.close()
      now.deps.live.close()
      await mounts.close()
      await Promise.all(retired)
      await closeDeps(now.deps)
      lock.release()
    },
  }
}

/** What was shown last; built again from its own pieces when the disk has spoilt it, so that the office need not be there. */
async function firstGeneration(
  dataFolder: string,
  work: ReturnType<typeof openWork>,
  over: (current: Current | null) => Result<Generation>,
  spoilt: Set<string>,
): Promise<Generation> {
  const places = replicaPlaces(dataFolder)
  const current = readState<Current>(places.current)
  const opened = over(current)
  if (opened.ok) return opened.value
  const manifest = current && readState<SnapshotManifest>(places.manifestOf(current.generation))
  if (current && manifest) {
    const file = places.databaseOf(current.generation)
    const built = await work.run('buildDatabase', { dataFolder, file, manifest }).catch(() => null)
    const again = built?.ok === true ? over(current) : opened
    if (again.ok) return again.value
  }
  if (current) spoilt.add(current.generation)
  const empty = over(null)
  if (!empty.ok) throw new Error(empty.code)
  return empty.value
}

/** Lets a former snapshot answer to the end what it was asked, and closes it. */
async function retire(former: Generation): Promise<void> {
  former.deps.live.close()
  const until = Date.now() + GRACE_MS
  while (former.open.size > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50).unref())
  }
  for (const response of former.open) response.destroy()
  await closeDeps(former.deps)
}

async function closeDeps(deps: Deps): Promise<void> {
  await deps.printer.close()
  await deps.work.close()
  await deps.replicas.snapshots.close()
  deps.store.close()
}
