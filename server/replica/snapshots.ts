import { type BlobStore, openBlobStore, type WholeFile } from '../../platform/blob-store.ts'
import type { Store } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { expiryTime } from '../display/public-views.ts'
import type { PackageKey } from '../../sealed/package-key.ts'
import { openWork } from '../work/work.ts'
import { contentOf } from './snapshot-content.ts'
import { signManifest } from './snapshot-signature.ts'
import type { SignedManifest, SnapshotManifest } from './views.ts'

/** What is needed of the board for its snapshots. */
export type SnapshotParts = {
  readonly store: Store
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly packageKey: () => PackageKey
  readonly dataFolder: string
}

/** The office's snapshot, made when somebody asks and something has changed. */
export type Snapshots = {
  /** The newest snapshot. Refuses `request.busy` while the first is being made by somebody else's wish and takes long. */
  readonly current: () => Promise<Result<SignedManifest>>
  /** A piece of it; null for anything that is not, a withdrawn text among them. */
  readonly piece: (hash: string) => Promise<WholeFile | null>
  readonly close: () => Promise<void>
}

// A batch of two hundred notices must not make two hundred snapshots.
const LEAST_BETWEEN_MS = 5000
const LONGEST_MS = 30 * 60_000

type Offered = SignedManifest & { readonly stamp: string; readonly at: number }

/**
 * Opens the office's snapshots. Each is written in a thread of its own from one view of the database, gets the next sequence
 * in the same transaction that records it, and is signed with the package key. Nothing is written when nothing public changed.
 * @example const manifest = await openSnapshots(parts).current()
 */
export function openSnapshots(parts: SnapshotParts): Snapshots {
  const { store, clock } = parts
  const { read } = store
  const work = openWork({ idle: () => 1000, task: () => LONGEST_MS })
  const pieces = openBlobStore(parts.dataFolder, 'snapshot')
  let offered: Offered | null = null
  let known = new Map<string, 'ROWS' | 'FILE'>()
  let making: Promise<Offered> | null = null

  // What the public sees changes with an event of the log, or with a minute that something ran out at.
  const stampOf = (now: string): string => {
    const instant = expiryTime(read, now)
    const over = read.editionRecord.expired(instant).map(({ editionId }) => editionId)
    const day = now.slice(0, 10)
    return JSON.stringify([read.audit.newest()?.sequence ?? 0, day, over])
  }
  const make = async (stamp: string): Promise<Offered> => {
    const now = clock.now()
    const file = store.database.name
    const { schema, pieces: listed } = await work.run('writeSnapshot', {
      dataFolder: parts.dataFolder,
      file,
      now,
    })
    const content = contentOf(listed)
    const office = read.office.office()
    const instance = read.office.instance()
    if (!office || !instance) throw new Error('nothing public is offered before set-up')
    const newest = read.replica.newestSnapshot()
    const row =
      newest?.content === content
        ? newest
        : { sequence: (newest?.sequence ?? 0) + 1, content, createdAt: now }
    if (row !== newest) store.tx((write) => write.replica.insertSnapshot(row))
    const manifest: SnapshotManifest = {
      format: 'board-snapshot/1',
      office: { name: office.name, uscc: office.uscc },
      instanceId: instance.id,
      schema,
      sequence: row.sequence,
      createdAt: row.createdAt,
      // Nothing changed since it was made: then it is as good as new, and the replica may say so.
      checkedAt: now,
      pieces: listed,
    }
    known = new Map(listed.map((piece) => [piece.sha256, piece.kind]))
    const signature = signManifest(parts.packageKey().privateKey, manifest)
    return { manifest, signature, stamp, at: clock.elapsed() }
  }
  return {
    current: async () => {
      if (read.office.office() === undefined) return refuse('office.not-set-up')
      const stamp = stampOf(clock.now())
      const fresh =
        offered !== null &&
        (offered.stamp === stamp
          ? clock.elapsed() - offered.at < 60_000
          : clock.elapsed() - offered.at < LEAST_BETWEEN_MS)
      if (!fresh) {
        making ??= make(stamp).finally(() => {
          making = null
        })
        offered = await making
      }
      if (offered === null) return refuse('request.busy')
      const { manifest, signature } = offered
      return accept({ manifest, signature })
    },
    piece: async (hash) => {
      const kind = known.get(hash)
      if (kind === undefined) return null
      return (kind === 'ROWS' ? pieces : parts.blobs).whole(hash)
    },
    close: () => work.close(),
  }
}
