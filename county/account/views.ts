import type { CountyRole } from './role.ts'

/** A person of the county's program, as the pages know them. */
export type CountyAccountView = {
  readonly id: string
  readonly name: string
  readonly roles: readonly CountyRole[]
  readonly disabled: boolean
}

/** The first thing the pages ask: which county is this, who is sitting here. */
export type CountyStatus = {
  readonly version: string
  /** Null while the first administrator is still to be set up. */
  readonly county: { readonly name: string; readonly code: string } | null
  /** What the command line has named the county already while there is no administrator; it stands. */
  readonly named: { readonly name: string; readonly code: string } | null
  /** People who may sign in; empty before set-up, and in the network while nobody is signed in: there people type their names. */
  readonly people: readonly CountyAccountView[]
  readonly session: {
    readonly account: CountyAccountView
    readonly locked: boolean
    readonly idleLockMinutes: number
    /** The password was given by somebody else: nothing but setting the own one, signing out and locking works. */
    readonly mustSetPassword: boolean
  } | null
}

/** One event of the county's log. */
export type CountyEventView = {
  readonly sequence: number
  readonly at: string
  /** A person's name, or `cli`, `network`. */
  readonly actor: string
  readonly action: string
  /** The office it is about, by name; null when it is about none. */
  readonly office: string | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}
