import type { Screen, ScreenPane } from './screen.ts'

/** A published edition as a column hands it to a screen. */
export type ColumnEntry = {
  readonly hash: string
  /** Instant from which it is shown no more; null when nothing says. */
  readonly expiresAt: string | null
}

/** An emergency notice that takes screens over. */
export type ScreenTakeover = {
  readonly hash: string
  /** Instant at which it gives them back. */
  readonly until: string
  /** The screens it was meant for; null means all. */
  readonly screenIds: readonly string[] | null
}

/** What a programme is reckoned from; the same on the server, in a simulation, and on the screen itself while the server is away. */
export type ProgrammeSource = {
  readonly screen: Screen
  /** Newest first, by id of the subscription. */
  readonly entries: Readonly<Record<string, readonly ColumnEntry[]>>
  readonly takeovers: readonly ScreenTakeover[]
}

/** What one part shows: the notices of the winning subscriptions in turn; none is a state with a page of its own. */
export type PaneProgramme = {
  readonly pane: ScreenPane
  /** All of one priority; empty outside all windows. */
  readonly subscriptionIds: readonly string[]
  readonly hashes: readonly string[]
}

/** What a screen shows at an instant, and until when that holds at the longest. */
export type Programme = (
  | { readonly state: 'CLOSED' }
  | { readonly state: 'TAKEOVER'; readonly hashes: readonly string[] }
  | { readonly state: 'RUNNING'; readonly panes: readonly PaneProgramme[] }
) & {
  /** The next instant at which anything can change by time alone; null when nothing will. */
  readonly nextChange: string | null
}
