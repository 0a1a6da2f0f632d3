import type { StoredColumnRow } from '../../db/repos/column-repo.ts'
import type { EditionHead } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import { clockState } from '../../domain/notice/publish-time.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { clampScreen } from '../../domain/signage/clamp-screen.ts'
import type { ScreenTakeover } from '../../domain/signage/programme.ts'
import type { Screen } from '../../domain/signage/screen.ts'
import { expiryTime, heldBack, publicOffice } from '../display/public-views.ts'
import { openSheet } from '../display/sheet-data.ts'
import { columnNames } from './column-name.ts'
import { subscribedRows } from './column-entries.ts'
import { openShortContents, type ShortContents } from './short-content.ts'
import { roomFor, signageItem } from './signage-item.ts'
import type { ScreenFeed, SignageItem } from './views.ts'

/** An edition of the feed, with where it is from. */
type Shown = { readonly stored: EditionHead; readonly expiresAt: string | null }

function takenOver(read: Reads, asOf: string): { takeovers: ScreenTakeover[]; shown: Shown[] } {
  const rows = read.emergency.takeovers(asOf).flatMap(({ editionId, hash, until }) => {
    const stored = read.edition.headById(editionId)
    return stored ? [{ stored, hash, until }] : []
  })
  return {
    takeovers: rows.map(({ stored, hash, until }) => ({
      hash,
      until,
      screenIds: read.screen.targets(stored.noticeId),
    })),
    shown: rows.map(({ stored }) => ({
      stored,
      expiresAt: read.editionRecord.of(stored.id)?.expiresAt ?? null,
    })),
  }
}

/**
 * The notices themselves, by hash; what the public may not see is left out and named nowhere. Of two notices with one text the newest
 * that the public may see is shown, and the other's end does not take it down.
 */
function itemsOf(
  read: Reads,
  shown: readonly Shown[],
  contents: ShortContents,
  now: string,
): Record<string, SignageItem> {
  const room = roomFor(new Set(shown.map(({ stored }) => stored.hash)).size)
  const items: Record<string, SignageItem> = {}
  for (const { stored, expiresAt } of shown.toSorted((one, other) => other.stored.id - one.stored.id)) {
    const { hash, publishedAt } = stored
    const short = items[hash] === undefined ? contents.of(read, stored, room) : null
    if (short === null) continue
    const sheet = openSheet(read, short.edition, now)
    if (sheet.ok)
      items[hash] = signageItem(sheet.value, { expiresAt, publishedAt, shortened: short.shortened })
  }
  return items
}

/**
 * Everything a screen needs to go on alone, as the records say now. `asOf` is the instant of the newest record while the clock is
 * in doubt, so that a clock set wrong hides nothing. Work is bounded by the subscriptions, not by the board; texts are shortened
 * once where `contents` are kept.
 * @example feedOf(read, screen, { now: clock.now(), version }).items
 */
export function feedOf(
  read: Reads,
  given: Screen,
  { now, version }: { readonly now: string; readonly version: string },
  contents: ShortContents = openShortContents(),
): ScreenFeed {
  const screen = clampScreen(given)
  const asOf = expiryTime(read, now)
  const held = heldBack(read, now)
  const rows: [string, StoredColumnRow[]][] = screen.subscriptions.map((one) => [
    one.id,
    subscribedRows(read, one, (row) => held.has(row)),
  ])
  const taken = takenOver(read, asOf)
  const standing = rows.flatMap(([, column]) =>
    column.flatMap(({ id, expiresAt }) => {
      const stored = read.edition.headById(id)
      return stored ? [{ stored, expiresAt }] : []
    }),
  )
  const items = itemsOf(read, [...standing, ...taken.shown], contents, now)
  return {
    asOf,
    clockState: clockState(now, read.audit.latestInstant() ?? now),
    version,
    office: publicOffice(read),
    screen,
    unitName: read.unit.byId(screen.unitId)?.name ?? '',
    columnNames: columnNames(read, screen),
    entries: Object.fromEntries(
      rows.map(([id, column]) => [
        id,
        column
          .filter(({ hash }) => items[hash] !== undefined)
          .map(({ hash, expiresAt }) => ({ hash, expiresAt })),
      ]),
    ),
    takeovers: taken.takeovers.filter(({ hash }) => items[hash] !== undefined),
    items,
  }
}

/**
 * A screen that hangs. Refuses `screen.not-found`, also for one that was ended: whoever finds its address learns nothing.
 * @example screenInUse(read, id).ok
 */
export function screenInUse(read: Reads, id: string): Result<Screen> {
  const stored = read.screen.byId(id)
  return stored && stored.endedAt === null ? accept(stored.screen) : refuse('screen.not-found')
}
