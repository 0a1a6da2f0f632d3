import type { Result } from '../../domain/refusal.ts'
import type { Pulled } from './pull.ts'
import type { Current, LastPull, Pairing } from './replica-folder.ts'

/** What a replica's own page shows and can do; all there is behind its desk mount. */
export type ReplicaFace = {
  readonly pairing: () => Pairing | null
  readonly current: () => Current | null
  readonly last: () => LastPull | null
  /** Lines of the journal that the office has not taken yet, and those that were dropped. */
  readonly waiting: () => number
  readonly lost: () => number
  readonly pair: (wish: {
    readonly address: string
    readonly code: string
    readonly name: string
  }) => Promise<Result<Pairing>>
  readonly pull: () => Promise<Result<Pulled>>
  /** Told that what is on show could not be read: it is built again out of its own pieces. */
  readonly damaged: () => void
}
