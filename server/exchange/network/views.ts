import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'

/** Why it did not work, as `errors.<code>`. */
export type NetworkRefusalView = { readonly code: RefusalCode; readonly params: RefusalParams }

/** Where sending stands. `WAITING`: the line broke; it goes on by itself at `nextTryAt`. */
export type NetworkJobState =
  | 'WRITING'
  | 'CONNECTING'
  | 'SENDING'
  | 'WAITING'
  | 'CONFIRMING'
  | 'FETCHING'
  | 'DONE'
  | 'FAILED'
  | 'CANCELLED'

/** The sending that runs, or the last one since the program started. */
export type NetworkJobView = {
  readonly id: string
  readonly state: NetworkJobState
  /** Who began it; null: the schedule. */
  readonly by: { readonly id: string; readonly name: string } | null
  readonly startedAt: string
  readonly endedAt: string | null
  /** Number of the package on its way; null before the first and after the last. */
  readonly sequence: number | null
  /** Bytes of that package which the county has, and its size. */
  readonly bytesSent: number
  readonly bytesTotal: number
  /** Packages the county has confirmed, and how many there were to send. */
  readonly packagesDone: number
  readonly packagesTotal: number
  readonly receipts: number
  readonly downward: number
  /** How often the line broke. */
  readonly interruptions: number
  /** While `WAITING`. */
  readonly nextTryAt: string | null
  /** Why it ended early; null unless `FAILED`. */
  readonly refusal: NetworkRefusalView | null
}

/** When the program sends by itself. */
export type NetworkScheduleView = {
  readonly enabled: boolean
  readonly afterPublishing: boolean
  /** 1 to 168; 0: not by the clock. */
  readonly everyHours: number
}

/** One time the county was asked. */
export type NetworkContactView = {
  readonly at: string
  /** Null: the schedule. */
  readonly by: { readonly id: string; readonly name: string } | null
  readonly packages: number
  readonly receipts: number
  readonly downward: number
  readonly refusal: NetworkRefusalView | null
}

/** Answer of `GET /network`, `POST /network/send`, `DELETE /network/send` and `PUT /network/schedule`. */
export type NetworkView = {
  /** Where the county is reached by its card, `https://…`; null: there is no card, or it names none. */
  readonly address: string | null
  /** True when the card names the certificate; false: one that this computer trusts. */
  readonly certificatePinned: boolean
  /** The newest time the county answered as itself. */
  readonly lastContact: NetworkContactView | null
  /** The newest time it was asked, with what came of it. */
  readonly lastAttempt: NetworkContactView | null
  /** Packages that are written and not confirmed by the county. */
  readonly unsent: readonly { readonly sequence: number; readonly size: number }[]
  readonly schedule: NetworkScheduleView
  readonly job: NetworkJobView | null
}
