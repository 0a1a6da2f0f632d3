import type { ScreenPane, ScreenSubscription } from '../../../domain/signage/screen.ts'

/** A subscription to begin from: everything that is public, always. */
export function newSubscription(pane: ScreenPane): ScreenSubscription {
  return {
    ...{ id: crypto.randomUUID(), pane, column: { kind: 'ALL' }, windows: [] },
    ...{ validFrom: null, validUntil: null, priority: 50, mostNotices: 10, mostPerHour: null },
  }
}
