import type { BlobStore } from '../platform/blob-store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { PackageKey } from '../sealed/package-key.ts'
import type { CountySql } from './db/sql.ts'

/** Everything a county is made of; put together in one place and handed in, so that tests can hand in their own clock and ids. */
export type CountyDeps = {
  readonly sql: CountySql
  /** Files of editions and what is sent down, by hash. */
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly ids: Ids
  /** The county's signing key: receipts, cards and what is sent down. */
  readonly key: PackageKey
  /** The county's age identity: packages are encrypted to its recipient. */
  readonly age: CountyAge
  readonly dataFolder: string
}

/** An age key pair. */
export type CountyAge = { readonly identity: string; readonly recipient: string }
