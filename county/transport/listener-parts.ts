import type { Result } from '../../domain/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AskSpace } from '../../platform/free-space.ts'
import type { Ids } from '../../platform/ids.ts'
import type { ListenerTls } from './certificate.ts'

/** An office as the listener has to know it. */
export type KnownOffice = {
  /** The county's own id of it. */
  readonly id: string
  readonly uscc: string
  readonly revoked: boolean
  /** Keys by which it may prove itself: the one that signs and the one announced before it. */
  readonly keys: readonly { readonly keyId: string; /** SPKI DER in Base64. */ readonly publicKey: string }[]
}

/** What became of a package that was handed in. Refusals are of the package and stand in words of ours. */
export type TakenIn = {
  /** Number of the receipt that answers it, for this office. */
  readonly receiptNumber: number
}

/** What the listener needs of the county's program; put together in `county/start.ts`. */
export type ListenerParts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: { readonly warn: (detail: object, text: string) => void }
  /** Folder for uploads on their way; on the same disk as the county's staging. Made if need be. */
  readonly uploadFolder: string
  /** Id of the county's database, now. */
  readonly instanceId: () => Promise<string>
  readonly officeByUscc: (uscc: string) => Promise<KnownOffice | null>
  /**
   * Takes a whole file in; its SHA-256 was compared with what the office said. The same file again gives the same receipt's number.
   * Throws only for faults that may pass (database away): it is tried again.
   */
  readonly takeIn: (path: string, office: KnownOffice) => Promise<Result<TakenIn>>
  /** Numbers of the receipts for an office that are greater, oldest first, at most `most`. */
  readonly receiptNumbersAfter: (
    office: KnownOffice,
    number: number,
    most: number,
  ) => Promise<readonly number[]>
  /** A receipt's file, to the byte as it is signed; null when there is none. */
  readonly receiptDocument: (office: KnownOffice, number: number) => Promise<string | null>
  /** Packages for an office with a greater sequence, oldest first. */
  readonly downwardAfter: (
    office: KnownOffice,
    sequence: number,
    most: number,
  ) => Promise<
    readonly {
      readonly sequence: number
      /** SHA-256 of the file. */
      readonly sha256: string
      readonly size: number
      readonly path: string
    }[]
  >
  /** Notes that the office was heard of over the network. */
  readonly heard: (office: KnownOffice) => Promise<void>
}

/** How the listener listens. Sizes in bytes. */
export type ListenerOptions = {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** PEM. */
  readonly tls: ListenerTls
  /** Largest package that is taken; what the county takes in one package unless told. */
  readonly largestPackage?: number
  /** Bytes of one office's unfinished uploads together; twice the largest package unless told. */
  readonly officeQuota?: number
  /** Bytes that must stay free on the disk; 1 GB unless told. */
  readonly keepFree?: number
  /** Milliseconds an office that asks after its package waits for it to be taken in; 20 s unless told. */
  readonly patience?: number
  /** Room on the disk; tests put their own in. */
  readonly askSpace?: AskSpace
}

/** A listener that runs. */
export type ExchangeListener = {
  /** `https://host:port`. */
  readonly address: string
  readonly port: number
  /** Stops listening, cuts what is open, and waits until the package in hand is taken in. */
  readonly close: () => Promise<void>
}
