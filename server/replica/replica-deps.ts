import type { Database } from 'better-sqlite3'
import { loadMigrations } from '../../db/migrate.ts'
import { openDatabase } from '../../db/open.ts'
import { type Store, storeOver } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { depsOver, type DepsOptions } from '../create-deps.ts'
import type { Deps } from '../deps.ts'
import type { KioskLog } from '../kiosk/kiosk-log.ts'
import type { EvidenceSink } from '../signage/evidence-sink.ts'
import type { BoardSource } from './source.ts'
import type { SteadyClock } from './steady-clock.ts'

/** What every generation of a running replica shares. */
export type ReplicaShared = {
  readonly dataFolder: string
  readonly options: DepsOptions
  readonly steady: SteadyClock
  readonly evidence: EvidenceSink
  readonly kioskLog: KioskLog
  readonly source: () => BoardSource
}

/** A store over a snapshot's database: no statement can change it, and the newest record is the later of it and the clock's. */
function storeOfSnapshot(database: Database, steady: SteadyClock): Store {
  database.pragma('query_only = ON')
  const store = storeOver(database)
  const { audit } = store.read
  const read = {
    ...store.read,
    audit: { ...audit, latestInstant: () => steady.newest(audit.latestInstant()) },
  }
  // Nothing to tidy up at the end either: closing would want to write statistics.
  return { ...store, read, close: () => database.close() }
}

/**
 * A snapshot's database, for reading only: nothing is written beside it, so that a full disk keeps no kiosk from starting. One that
 * an older program built is brought to this program's steps first.
 */
function openSnapshot(file: string): Result<Database> {
  const asIs = openDatabase(file, { readonly: true })
  if (!asIs.ok) return asIs
  const known = loadMigrations().length
  if (asIs.value.pragma('user_version', { simple: true }) === known) return asIs
  asIs.value.close()
  const newest = openDatabase(file)
  if (!newest.ok) return newest
  newest.value.pragma('journal_mode = DELETE')
  newest.value.close()
  return openDatabase(file, { readonly: true })
}

/**
 * Puts the parts of the server together over one generation of a replica; without a file over an empty board that is not set up.
 * Refuses what opening the database refuses.
 * @example replicaDeps(shared, places.databaseOf(current.generation))
 */
export function replicaDeps(shared: ReplicaShared, file: string | null): Result<Deps> {
  const database = file === null ? openDatabase(':memory:') : openSnapshot(file)
  if (!database.ok) return database
  const store = storeOfSnapshot(database.value, shared.steady)
  if (file !== null && store.read.office.office() === undefined) {
    store.close()
    return refuse('replica.snapshot-invalid', { reason: 'office' })
  }
  const { evidence, kioskLog, source } = shared
  const deps = depsOver(shared.dataFolder, store, { ...shared.options, clock: shared.steady.clock })
  return accept({ ...deps, evidence, kioskLog, source })
}
