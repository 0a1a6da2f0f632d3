import type { ClockState } from '../notice/publish-time.ts'
import { clampScreen } from './clamp-screen.ts'
import { epochOf, instantText } from './instant.ts'
import type { Screen, ScreenPane, ScreenSubscription } from './screen.ts'
import { panesOf } from './screen-panes.ts'
import { ALL_DATES, isWithin, nextEdge } from './time-window.ts'

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

/** Notices of the subscriptions of one priority, in turn. */
export type PaneLayer = { readonly subscriptionIds: readonly string[]; readonly hashes: readonly string[] }

/** What one part shows: the notices of the winning subscriptions in turn; none is a state with a page of its own. */
export type PaneProgramme = PaneLayer & {
  readonly pane: ScreenPane
  /** Lower priorities that have something to show, highest first: for while the winning notices have begun often enough. */
  readonly beneath: readonly PaneLayer[]
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

function stands(expiresAt: string | null, now: number): boolean {
  const end = expiresAt === null ? null : epochOf(expiresAt)
  return end === null || now < end
}

function isMeant(takeover: ScreenTakeover, screenId: string): boolean {
  return takeover.screenIds === null || takeover.screenIds.includes(screenId)
}

/** One of each in turn, so that a long column does not keep a short one waiting; a notice in two columns shows once a round. */
function inTurn(columns: readonly (readonly string[])[]): string[] {
  const hashes = new Set<string>()
  const longest = Math.max(0, ...columns.map(({ length }) => length))
  for (let place = 0; place < longest; place += 1) {
    for (const column of columns) {
      const hash = column[place]
      if (hash !== undefined) hashes.add(hash)
    }
  }
  return [...hashes]
}

function layerOf(
  source: ProgrammeSource,
  subscriptions: readonly ScreenSubscription[],
  now: number,
): PaneLayer {
  return {
    subscriptionIds: subscriptions.map(({ id }) => id),
    hashes: inTurn(
      subscriptions.map(({ id, mostNotices }) =>
        (source.entries[id] ?? [])
          .filter(({ expiresAt }) => stands(expiresAt, now))
          .slice(0, mostNotices)
          .map(({ hash }) => hash),
      ),
    ),
  }
}

function paneAt(
  source: ProgrammeSource,
  pane: ScreenPane,
  now: number,
  running: readonly ScreenSubscription[],
  oneLayer: boolean,
): PaneProgramme {
  const own = running.filter((subscription) => subscription.pane === pane)
  const priorities = [...new Set(own.map(({ priority }) => (oneLayer ? 0 : priority)))].sort((a, b) => b - a)
  const layers = priorities.map((priority) =>
    layerOf(source, oneLayer ? own : own.filter((one) => one.priority === priority), now),
  )
  const [winner, ...beneath] = layers.filter(({ hashes }) => hashes.length > 0)
  // Nothing to show: the part says so in the name of what ought to run, never with the notice that ran out last.
  const shown = winner ?? layers[0] ?? { subscriptionIds: [], hashes: [] }
  return { pane, ...shown, beneath }
}

/** The earliest instant after now at which a window opens or shuts, a notice runs out or a takeover ends. */
function nextChange(source: ProgrammeSource, now: number): string | null {
  const { screen } = source
  const edges = [
    nextEdge(screen.openingHours, ALL_DATES, now),
    ...screen.subscriptions.map((one) => nextEdge(one.windows, one, now)),
    ...screen.subscriptions.flatMap(({ id }) =>
      (source.entries[id] ?? []).map(({ expiresAt }) => (expiresAt === null ? null : epochOf(expiresAt))),
    ),
    ...source.takeovers.filter((one) => isMeant(one, screen.id)).map(({ until }) => epochOf(until)),
  ]
  const later = edges.filter((edge): edge is number => edge !== null && edge > now)
  return later.length === 0 ? null : instantText(Math.min(...later))
}

/**
 * What a screen shows at an instant. A takeover meant for it goes before everything, opening hours too: a warning at night is what
 * the screen is there for. In each part the highest priority that has something to show wins, equal ones share in turn. An
 * edition is not named from the minute it runs out. While the clock is in doubt nobody knows which window runs, so none hides
 * anything and all subscriptions share in turn; `instant` is then that of the newest record, and what ran out by it stays out.
 * @example programmeAt(feed, '2026-11-23T01:42:00.000Z').state // 'RUNNING'
 */
export function programmeAt(
  given: ProgrammeSource,
  instant: string,
  clock: ClockState = 'TRUSTED',
): Programme {
  const source = { ...given, screen: clampScreen(given.screen) }
  const { screen } = source
  const now = epochOf(instant)
  if (now === null) throw new Error('a programme is reckoned for an instant')
  const change = { nextChange: nextChange(source, now) }
  const taken = source.takeovers.filter((one) => isMeant(one, screen.id) && stands(one.until, now))
  if (taken.length > 0)
    return { state: 'TAKEOVER', hashes: inTurn([taken.map(({ hash }) => hash)]), ...change }
  const trusted = clock === 'TRUSTED'
  if (trusted && !isWithin(screen.openingHours, ALL_DATES, now)) return { state: 'CLOSED', ...change }
  const running = screen.subscriptions.filter((one) => !trusted || isWithin(one.windows, one, now))
  return {
    state: 'RUNNING',
    panes: panesOf(screen.layout).map((pane) => paneAt(source, pane, now, running, !trusted)),
    ...change,
  }
}

/**
 * A source without some editions: what was withdrawn is gone from every column and from the takeovers at once.
 * @example withoutEditions(feed, new Set([hash]))
 */
export function withoutEditions<Source extends ProgrammeSource>(
  source: Source,
  hashes: ReadonlySet<string>,
): Source {
  return {
    ...source,
    entries: Object.fromEntries(
      Object.entries(source.entries).map(([id, entries]) => [
        id,
        entries.filter(({ hash }) => !hashes.has(hash)),
      ]),
    ),
    takeovers: source.takeovers.filter(({ hash }) => !hashes.has(hash)),
  }
}
