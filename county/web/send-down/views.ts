import type { DownwardKind } from '../../../domain/exchange/downward.ts'

/** One thing the county has given out. */
export type DownwardItemRow = {
  readonly id: string
  readonly kind: DownwardKind
  readonly key: string
  readonly version: number
  readonly title: string
  readonly fileName: string
  readonly size: number
  readonly createdAt: string
  /** How many offices it was packed for. */
  readonly offices: number
}

/** A package made for one office. */
export type DownwardPackageRow = {
  readonly officeId: number
  readonly officeName: string
  readonly sequence: number
  readonly claimedAt: string
  readonly size: number
  readonly titles: readonly string[]
}
