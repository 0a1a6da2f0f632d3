import type { Result } from '../../../domain/refusal.ts'
import type { PackageToSend } from './step.ts'

/** What sending over the network needs of the office around it; `office-hands.ts` is the real one. */
export type NetworkHands = {
  /** Writes a package of what waits, if anything does. Refuses what writing one refuses, but never that nothing waits. */
  readonly writeWaiting: (signal: AbortSignal) => Promise<Result<true>>
  /** Packages that are encrypted, not confirmed over the network, and not answered or superseded; oldest first. */
  readonly unsent: () => readonly PackageToSend[]
  /** The county has the whole package by its SHA-256: notes that it left the house. */
  readonly confirmed: (sequence: number) => void
  /** Newest receipt of this database of the county; 0 before the first. */
  readonly newestReceipt: (countyInstanceId: string) => number
  readonly takeReceipt: (document: string) => Promise<Result<unknown>>
  /** Newest package from this database of the county; 0 before the first. */
  readonly newestDownward: (countyInstanceId: string) => number
  readonly takeDownward: (path: string) => Promise<Result<unknown>>
  /** A folder of our own for what is fetched; it is on the disk of the data folder. */
  readonly fetchFolder: string
}
