import type { ColumnEntry, ProgrammeSource, ScreenTakeover } from '../../../domain/signage/programme.ts'
import type { Screen, ScreenSubscription } from '../../../domain/signage/screen.ts'

/** An instant by the wall clock of Asia/Shanghai: `wall('2026-11-23', '08:00')`. */
export function wall(date: string, time: string): string {
  return new Date(`${date}T${time}:00+08:00`).toISOString()
}

/** A subscription to everything in the main part, always, unless told otherwise. */
export function subscription(change: Partial<ScreenSubscription> = {}): ScreenSubscription {
  return {
    ...{ id: 'all', pane: 'MAIN', column: { kind: 'ALL' }, windows: [], validFrom: null, validUntil: null },
    ...{ priority: 50, mostNotices: 10, mostPerHour: null, ...change },
  }
}

/** A television in the hall. */
export function screenWith(
  subscriptions: readonly ScreenSubscription[],
  change: Partial<Screen> = {},
): Screen {
  return {
    ...{ id: 'screen-1', name: '大厅电视', place: '服务大厅', unitId: 'township', layout: 'FULL' },
    geometry: {
      ...{ pixelWidth: 1920, pixelHeight: 1080, millimetreWidth: 1210, millimetreHeight: 680 },
      ...{ viewingDistanceMillimetres: 3000, leastDegrees: 0.7 },
    },
    ...{ openingHours: [], shift: false, subscriptions, ...change },
  }
}

/** What the screen's columns hold; notices without an end. */
export function sourceOf(
  screen: Screen,
  entries: Readonly<Record<string, readonly (string | ColumnEntry)[]>>,
  takeovers: readonly ScreenTakeover[] = [],
): ProgrammeSource {
  return {
    screen,
    entries: Object.fromEntries(
      Object.entries(entries).map(([id, list]) => [
        id,
        list.map((entry) => (typeof entry === 'string' ? { hash: entry, expiresAt: null } : entry)),
      ]),
    ),
    takeovers,
  }
}
