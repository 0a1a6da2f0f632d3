import { expect } from 'vitest'
import { type Programme, programmeAt } from '../../domain/signage/programme.ts'
import type { ScreenDefinition, ScreenSubscription } from '../../domain/signage/screen.ts'
import type { ScreenFeed, ScreenView, SimulatedFeed } from '../../server/signage/views.ts'
import type { Answer } from './desk-client.ts'
import type { Staff, TestBoard } from './test-board.ts'

/** Subscribes the main part to everything, always, unless told otherwise. */
export function subscribed(change: Partial<ScreenSubscription> = {}): ScreenSubscription {
  return {
    ...{ id: 'all', pane: 'MAIN', column: { kind: 'ALL' }, windows: [], validFrom: null, validUntil: null },
    ...{ priority: 50, mostNotices: 10, mostPerHour: null, ...change },
  }
}

/** A television in the hall that shows everything. */
export function television(change: Partial<ScreenDefinition> = {}): ScreenDefinition {
  return {
    ...{ name: '大厅电视', place: '服务大厅', unitId: 'township', layout: 'FULL', shift: true },
    geometry: {
      ...{ pixelWidth: 1920, pixelHeight: 1080, millimetreWidth: 1210, millimetreHeight: 680 },
      ...{ viewingDistanceMillimetres: 3000, leastDegrees: 0.7 },
    },
    ...{ openingHours: [], subscriptions: [subscribed()], ...change },
  }
}

/** Registers a screen. */
export async function hangScreen(staff: Staff, change: Partial<ScreenDefinition> = {}): Promise<ScreenView> {
  const added = await staff.administrator.post<ScreenView>('/api/desk/screens', television(change))
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  return added.body
}

/** What the screen's browser reads. */
export function readFeed(board: TestBoard, id: string): Promise<Answer<ScreenFeed & { code: string }>> {
  return board.visitor().get(`/api/public/screens/${id}/feed`)
}

/** What is on the glass at an instant, by titles; of a screen that runs, of all its parts. */
export function titlesAt(feed: ScreenFeed, instant = feed.asOf): string[] {
  const programme: Programme = programmeAt(feed, instant, feed.clockState)
  const hashes =
    programme.state === 'RUNNING'
      ? programme.panes.flatMap((pane) => pane.hashes)
      : programme.state === 'TAKEOVER'
        ? programme.hashes
        : []
  return hashes.map((hash) => feed.items[hash]?.sheet.content.title ?? 'no item')
}

/** The screen as the desk rehearses it. */
export function rehearse(
  staff: Staff,
  id: string,
  at: string,
): Promise<Answer<SimulatedFeed & { code: string }>> {
  return staff.handler.get(`/api/desk/screens/${id}/simulation?at=${encodeURIComponent(at)}`)
}
