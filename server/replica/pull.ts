import { createPrivateKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openBlobStore } from '../../platform/blob-store.ts'
import { loadMigrations } from '../../db/migrate.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Work } from '../work/work.ts'
import { diskFault, isDiskFault, officeClient, type OfficeClient } from './office-client.ts'
import { signedManifestSchema } from './public-schemas.ts'
import { PUBLIC_TABLES } from './public-tables.ts'
import {
  type Current,
  type Pairing,
  readState,
  type ReplicaPlaces,
  replicaPlaces,
  syncFolder,
  writeState,
} from './replica-folder.ts'
import { readPublicKey } from './request-signature.ts'
import { contentOf } from './snapshot-content.ts'
import { isManifestSigned } from './snapshot-signature.ts'
import type { SnapshotManifest, SnapshotPiece } from './views.ts'

/** What a pull needs. */
export type PullParts = {
  readonly dataFolder: string
  readonly clock: Clock
  readonly work: Pick<Work, 'run'>
  /** Whether a generation was found damaged, so that it is built anew. */
  readonly spoilt?: (generation: string) => boolean
  /** Told the office's time as it signed it. */
  readonly heard?: (officeTime: string) => void
  /** Called between the steps of a pull, so that it ends soon when the program does. */
  readonly stopped?: () => boolean
  /** Told of each step, for the page and the command line. */
  readonly progress?: (done: number, all: number) => void
}

/** What a pull brought: the snapshot that is current now, and whether it is another than before. */
export type Pulled = { readonly current: Current; readonly switched: boolean; readonly checkedAt: string }

const MANIFEST_BYTES = 96 * 1024 * 1024
const SPARE_BYTES = 64 * 1024 * 1024
/** Bytes a row takes in the new database with its indices; an edition has its whole text and the words to find it by. */
const ROW_BYTES = { edition: 16_000, other: 500 }

/**
 * The client of a paired replica. Refuses `replica.not-paired`.
 * @example clientOf('/data', clock)
 */
export function clientOf(
  dataFolder: string,
  clock: Clock,
): Result<{ client: OfficeClient; pairing: Pairing }> {
  const places = replicaPlaces(dataFolder)
  const pairing = readState<Pairing>(places.pairing)
  if (pairing === null) return refuse('replica.not-paired')
  const key = createPrivateKey(pairing.privateKey)
  return accept({ pairing, client: officeClient({ pairing, places, clock, key }) })
}

/**
 * Fetches the office's newest snapshot, builds a database from it beside the one that is shown, checks all, and makes it the current
 * one by renaming a small file. Whatever goes wrong before that changes nothing; what was fetched stays for the next time.
 * Refuses what the office refuses, `replica.office-unreachable`, `replica.snapshot-invalid`, `replica.snapshot-older`,
 * `replica.office-restored`, `replica.program-too-old`, `replica.piece-damaged`, `replica.disk`.
 * @example await pullSnapshot({ dataFolder: '/data', clock, work })
 */
export async function pullSnapshot(parts: PullParts): Promise<Result<Pulled>> {
  try {
    return await pull(parts)
  } catch (error) {
    if (isDiskFault(error)) return diskFault(error)
    throw error
  }
}

async function pull(parts: PullParts): Promise<Result<Pulled>> {
  const { dataFolder } = parts
  const places = replicaPlaces(dataFolder)
  const paired = clientOf(dataFolder, parts.clock)
  if (!paired.ok) return paired
  const { client, pairing } = paired.value
  const came = await client.json({ method: 'GET', path: '/api/public/replica/manifest' }, MANIFEST_BYTES)
  if (!came.ok) return came
  const current = readState<Current>(places.current)
  const read = readManifest(came.value, pairing, current)
  if (!read.ok) return read
  const manifest = read.value
  parts.heard?.(manifest.checkedAt)
  const content = contentOf(manifest.pieces)
  const same =
    current?.instanceId === manifest.instanceId &&
    current.sequence === manifest.sequence &&
    current.content === content
  if (
    same &&
    existsSync(places.databaseOf(current.generation)) &&
    parts.spoilt?.(current.generation) !== true
  ) {
    return accept({ current, switched: false, checkedAt: manifest.checkedAt })
  }
  // Before anything more comes: what earlier tries left that came to nothing must not fill the disk.
  await sweepPieces(dataFolder, manifest)
  const room = await checkRoom(dataFolder, manifest)
  if (!room.ok) return room
  const fetched = await fetchPieces(parts, places, client, manifest)
  if (!fetched.ok) return fetched
  const next = await buildGeneration(parts, manifest, () => {
    if (parts.stopped?.() === true) return refuse('replica.office-unreachable', { reason: 'STOPPED' })
    // Paired with another office meanwhile: what came from the former one is not put on show any more.
    const now = readState<Pairing>(places.pairing)
    return now?.replicaId === pairing.replicaId ? accept(true) : refuse('replica.unknown')
  })
  return next.ok ? accept({ current: next.value, switched: true, checkedAt: manifest.checkedAt }) : next
}

/**
 * Builds a snapshot's database in a folder of its own beside the one on show, and makes it the current one by renaming a small
 * file. Refuses what building refuses, and what `mayStill` refuses once it is built.
 * @example await buildGeneration({ dataFolder, work }, manifest)
 */
export async function buildGeneration(
  parts: Pick<PullParts, 'dataFolder' | 'work'>,
  manifest: SnapshotManifest,
  mayStill: () => Result<true> = () => accept(true),
): Promise<Result<Current>> {
  const { dataFolder } = parts
  const places = replicaPlaces(dataFolder)
  const shown = readState<Current>(places.current)?.generation
  const plain = `${manifest.instanceId.slice(-12)}-${manifest.sequence}`
  // What is being read is never written to, also when it is the same snapshot that is built again.
  let generation = plain
  for (let again = 1; generation === shown; again++) generation = `${plain}.${again}`
  // A former try may have left its folder, half or whole.
  await rm(join(places.generations, generation), { recursive: true, force: true })
  const file = places.databaseOf(generation)
  const built = await parts.work.run('buildDatabase', { dataFolder, file, manifest })
  if (!built.ok) return built
  const may = mayStill()
  if (!may.ok) return may
  writeState(places.manifestOf(generation), manifest)
  syncFolder(places.generations)
  const next: Current = {
    sequence: manifest.sequence,
    generation,
    instanceId: manifest.instanceId,
    createdAt: manifest.createdAt,
    content: contentOf(manifest.pieces),
  }
  writeState(places.current, next)
  return accept(next)
}

/** Holds a manifest to its form, its signature and its place in the row of snapshots. */
function readManifest(came: unknown, pairing: Pairing, current: Current | null): Result<SnapshotManifest> {
  const parsed = signedManifestSchema.safeParse(came)
  if (!parsed.success) return refuse('replica.snapshot-invalid', { reason: 'manifest' })
  const { manifest, signature } = parsed.data
  if (!isManifestSigned(readPublicKey(pairing.officeKey), manifest, signature)) {
    return refuse('replica.snapshot-invalid', { reason: 'signature' })
  }
  // A restored office has a new id: whether its older state is the right one only a person can say, by pairing again.
  if (manifest.instanceId !== pairing.instanceId) return refuse('replica.office-restored')
  if (manifest.schema > loadMigrations().length) return refuse('replica.program-too-old')
  const former = current?.instanceId === manifest.instanceId ? current.sequence : 0
  if (manifest.sequence < former) {
    return refuse('replica.snapshot-older', { has: former, came: manifest.sequence })
  }
  const unknown = manifest.pieces.find(
    ({ kind, table }) => kind === 'ROWS' && PUBLIC_TABLES[table]?.taken !== true,
  )
  return unknown ? refuse('replica.snapshot-invalid', { reason: unknown.table }) : accept(manifest)
}

function storesOf(dataFolder: string) {
  return { ROWS: openBlobStore(dataFolder, 'pieces'), FILE: openBlobStore(dataFolder) }
}

async function isThere(path: string, size: number): Promise<boolean> {
  return stat(path).then(
    (file) => file.size === size,
    () => false,
  )
}

/** Asked before anything is fetched: a disk that fills up half way leaves no room for the evidence either. */
async function checkRoom(dataFolder: string, manifest: SnapshotManifest): Promise<Result<true>> {
  const stores = storesOf(dataFolder)
  let needed = SPARE_BYTES
  for (const { kind, table, sha256, size, rows } of manifest.pieces) {
    needed += rows * (table === 'edition' ? ROW_BYTES.edition : ROW_BYTES.other)
    if (!(await isThere(stores[kind].pathOf(sha256), size))) needed += size
  }
  const { bavail, bsize } = await statfs(dataFolder)
  return bavail * bsize >= needed ? accept(true) : refuse('replica.disk', { reason: 'ENOSPC' })
}

async function fetchPieces(
  parts: PullParts,
  places: ReplicaPlaces,
  client: OfficeClient,
  manifest: SnapshotManifest,
): Promise<Result<true>> {
  const stores = storesOf(parts.dataFolder)
  for (const [at, piece] of manifest.pieces.entries()) {
    if (parts.stopped?.() === true) return refuse('replica.office-unreachable', { reason: 'STOPPED' })
    parts.progress?.(at, manifest.pieces.length)
    const fetched = await fetchPiece(client, places, stores, piece)
    if (!fetched.ok) return fetched
  }
  return accept(true)
}

async function fetchPiece(
  client: OfficeClient,
  places: ReplicaPlaces,
  stores: ReturnType<typeof storesOf>,
  { kind, sha256: hash, size }: SnapshotPiece,
): Promise<Result<true>> {
  const target = stores[kind].pathOf(hash)
  if (await isThere(target, size)) {
    // Read through once in this process: what a bad sector changed is fetched again, never shown.
    const whole = await stores[kind].whole(hash).catch(() => null)
    if (whole !== null) return accept(true)
    await rm(target, { force: true })
  }
  const fetched = await client.piece(hash, size, places.parts)
  if (!fetched.ok) return fetched
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(fetched.value, target)
  syncFolder(dirname(target))
  syncFolder(dirname(dirname(target)))
  return accept(true)
}

/**
 * Takes away what no snapshot in use needs: former databases, pieces, files of withdrawn notices, fragments. What cannot be deleted
 * now (a file that is being read on Windows) goes the next time.
 * @example await sweepReplica('/data')
 */
export async function sweepReplica(dataFolder: string): Promise<void> {
  const places = replicaPlaces(dataFolder)
  const current = readState<Current>(places.current)
  if (current === null) return
  for (const name of await readdir(places.generations).catch(() => [])) {
    if (name === current.generation) continue
    await rm(join(places.generations, name), { recursive: true, force: true }).catch(() => undefined)
  }
  await sweepPieces(dataFolder, null)
}

/** Pieces, files and fragments that neither a built snapshot lists nor the one that is being fetched. */
async function sweepPieces(dataFolder: string, wanted: SnapshotManifest | null): Promise<void> {
  const places = replicaPlaces(dataFolder)
  const manifests = wanted === null ? [] : [wanted]
  for (const name of await readdir(places.generations).catch(() => [])) {
    const built = readState<SnapshotManifest>(places.manifestOf(name))
    if (built !== null) manifests.push(built)
  }
  // Nothing is known of what is on show: what is there may be all there is to build it from.
  if (manifests.length === 0) return
  const pieces = manifests.flatMap((manifest) => manifest.pieces)
  for (const kind of ['ROWS', 'FILE'] as const) {
    const keep = new Set(pieces.filter((piece) => piece.kind === kind).map(({ sha256 }) => sha256))
    const root = join(dataFolder, kind === 'ROWS' ? 'pieces' : 'blobs')
    for (const folder of await readdir(root).catch(() => [])) {
      for (const rest of await readdir(join(root, folder)).catch(() => [])) {
        if (keep.has(`${folder}${rest}`)) continue
        await rm(join(root, folder, rest), { force: true }).catch(() => undefined)
      }
    }
  }
  const names = new Set(pieces.map(({ sha256 }) => `${sha256}.part`))
  for (const name of await readdir(places.parts).catch(() => [])) {
    if (!names.has(name)) await rm(join(places.parts, name), { force: true }).catch(() => undefined)
  }
}
