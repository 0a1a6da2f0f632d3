import type { Office } from '../../domain/office/office.ts'
import type { Role } from '../../domain/office/role.ts'

/** A person at the desk, as the screens know them. */
export type AccountView = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly disabled: boolean
}

/** The first thing a desk asks: who is this office, who is sitting here, is the clock sane. */
export type DeskStatus = {
  readonly version: string
  readonly setUp: boolean
  readonly office: Office | null
  /** People who may sign in on this PC; empty before set-up. */
  readonly people: readonly AccountView[]
  readonly session: {
    readonly account: AccountView
    readonly locked: boolean
    readonly idleLockMinutes: number
    /** The password was given by somebody else: nothing but setting the own one, signing out and locking works. */
    readonly mustSetPassword: boolean
  } | null
  readonly clock: {
    readonly now: string
    /** False when the computer's clock is older than the newest record. */
    readonly trusted: boolean
    readonly newestRecord: string | null
  }
  readonly publicAddress: string
  readonly dataFolder: string
}

/** Body of `POST /api/desk/setup`. */
export type SetupRequest = {
  readonly office: Office
  readonly administrator: {
    readonly name: string
    readonly password: string
    readonly roles: readonly Role[]
  }
}

/** Answer of the live example under the index template field. */
export type IndexTemplatePreview = { readonly example: string }

/** What a board brought back from a backup waits for. `restoredAt` is null when it waits for nothing. */
export type RestoreState = {
  readonly restoredAt: string | null
  /** Series of index numbers with the last serial this board knows; `current` is the one that is counted in today. */
  readonly series: readonly { readonly series: string; readonly last: number; readonly current: boolean }[]
}
