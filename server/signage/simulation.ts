import { Temporal } from 'temporal-polyfill'
import type { Reads } from '../../db/store.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { clampScreen } from '../../domain/signage/clamp-screen.ts'
import { instantText } from '../../domain/signage/instant.ts'
import type { Screen } from '../../domain/signage/screen.ts'
import { publicOffice } from '../display/public-views.ts'
import type { SheetData } from '../display/views.ts'
import { columnNames } from './column-name.ts'
import { futureBoard } from './future-board.ts'
import { pastBoard } from './past-board.ts'
import { roomFor, shortContent, signageItem } from './signage-item.ts'
import type { SimulatedFeed, SimulationNote } from './views.ts'

/** How far from now a day may lie; beyond it nothing is known, and a year's number would overflow somewhere. */
const MOST_YEARS = 10
const MINUTE = 16

/** One notice that stands at the instant, with what decides which columns hold it. */
export type SimulatedNotice = {
  readonly sheet: SheetData
  readonly expiresAt: string | null
  readonly publishedAt: string | null
  /** Not published yet. */
  readonly scheduled: boolean
}

/** What stands on the board at an instant, by subscription, newest first. */
export type SimulatedBoard = {
  readonly entries: ReadonlyMap<string, readonly SimulatedNotice[]>
  readonly takeovers: readonly {
    readonly notice: SimulatedNotice
    readonly until: string
    readonly screenIds: readonly string[] | null
  }[]
  readonly notes: readonly SimulationNote[]
}

/** The screen as it hung at the instant; as it is now for the future and for before it was there. */
function screenThen(read: Reads, now: Screen, at: string, past: boolean): { screen: Screen; asNow: boolean } {
  const then = past ? read.screen.asOf(now.id, at) : undefined
  return { screen: clampScreen(then ?? now), asNow: past && then === undefined }
}

/**
 * What a screen shows at an instant, past or to come, for somebody at the desk to look at: scheduled notices are in it as if they
 * went out, what runs out or is superseded by then is not. What nobody can know is said in `notes`. Shows nothing that the public
 * may not see. Refuses `screen.not-found`, `screen.time-invalid` for an instant more than ten years away.
 * @example simulateScreen(read, id, { at: '2026-10-01T01:30:00.000Z', now, version }).value.simulation.notes
 */
export function simulateScreen(
  read: Reads,
  id: string,
  given: { readonly at: string; readonly now: string; readonly version: string },
): Result<SimulatedFeed> {
  const stored = read.screen.byId(id)
  if (!stored || stored.endedAt !== null) return refuse('screen.not-found')
  const at = instantText(Temporal.Instant.from(given.at).epochMilliseconds)
  const years = Math.abs(Temporal.Instant.from(given.now).until(at).total('hours')) / (24 * 366)
  if (years > MOST_YEARS) return refuse('screen.time-invalid', { field: 'at', value: at, number: 0 })
  // The minute that runs is now, and not a record yet.
  const past = at.slice(0, MINUTE) < given.now.slice(0, MINUTE)
  const { screen, asNow } = screenThen(read, stored.screen, at, past)
  const board = past ? pastBoard(read, screen, at, given.now) : futureBoard(read, screen, at, given.now)
  const all = [...[...board.entries.values()].flat(), ...board.takeovers.map(({ notice }) => notice)]
  const byHash = new Map(all.map((notice) => [notice.sheet.hash, notice]))
  const room = roomFor(byHash.size)
  return accept({
    asOf: at,
    clockState: 'TRUSTED',
    version: given.version,
    office: publicOffice(read),
    screen,
    unitName: read.unit.byId(screen.unitId)?.name ?? '',
    columnNames: columnNames(read, screen),
    entries: Object.fromEntries(
      screen.subscriptions.map(({ id: subscriptionId }) => [
        subscriptionId,
        (board.entries.get(subscriptionId) ?? []).map(({ sheet, expiresAt }) => ({
          hash: sheet.hash,
          expiresAt,
        })),
      ]),
    ),
    takeovers: board.takeovers.map(({ notice, until, screenIds }) => ({
      ...{ hash: notice.sheet.hash, until, screenIds },
    })),
    items: Object.fromEntries(
      [...byHash].map(([hash, { sheet, expiresAt, publishedAt }]) => {
        const { content, shortened } = shortContent(sheet.content, room)
        return [hash, signageItem({ ...sheet, content }, { expiresAt, publishedAt, shortened })]
      }),
    ),
    simulation: {
      notes: [...board.notes, ...(asNow ? (['SCREEN_AS_NOW'] as const) : [])],
      scheduled: [...byHash].flatMap(([hash, { scheduled }]) => (scheduled ? [hash] : [])),
    },
  })
}
