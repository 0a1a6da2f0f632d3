import type { Readable } from 'node:stream'
import type { EditionRecord, WithdrawalRecord } from '../domain/exchange/package-records.ts'

/** One thing to put into a package. Attachments may be named twice (two editions, one file); they are written once. */
export type PackageEntry =
  | { readonly kind: 'EDITION'; readonly edition: EditionRecord }
  | { readonly kind: 'WITHDRAWAL'; readonly withdrawal: WithdrawalRecord }
  | {
      readonly kind: 'ATTACHMENT'
      /** SHA-256 (hex) of the public copy; the writer checks it while reading. */
      readonly sha256: string
      readonly open: () => Readable
    }
