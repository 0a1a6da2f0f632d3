import type { Regime } from '../catalogue/catalogue-item.ts'
import type { NoticeKind } from '../notice/notice-kind.ts'
import type { TimeWindow } from './time-window.ts'

/** How large a screen is and from how far it is read; without these nobody can say whether type is legible. */
export type ScreenGeometry = {
  /** What it shows, in its own pixels; an LED wall may have as few as 192 × 96. */
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly millimetreWidth: number
  readonly millimetreHeight: number
  readonly viewingDistanceMillimetres: number
  /** Height of a Han character in degrees of sight; 0.7 unless the office sets another (EN 301 549 5.1.4 says it of a capital H). */
  readonly leastDegrees: number
}

/** How a screen is divided. Where it is upright, the side stands below the main part. */
export const SCREEN_LAYOUTS = ['FULL', 'FULL_TICKER', 'SPLIT', 'SPLIT_TICKER', 'TICKER'] as const
/** One layout. */
export type ScreenLayout = (typeof SCREEN_LAYOUTS)[number]

/** Parts of a layout. */
export const SCREEN_PANES = ['MAIN', 'SIDE', 'TICKER'] as const
/** One part. */
export type ScreenPane = (typeof SCREEN_PANES)[number]

/** 栏目: what a screen subscribes to. A notice reaches a screen by the column it belongs to, never as a file. */
export type ScreenColumn =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'GROUP'; readonly groupId: string }
  /** The board of a unit; `regime` null means all its boards. */
  | { readonly kind: 'UNIT'; readonly unitId: string; readonly regime: Regime | null }
  | { readonly kind: 'NOTICE_KIND'; readonly noticeKind: NoticeKind }

/** That a part of a screen shows a column, when, and before which others. */
export type ScreenSubscription = {
  readonly id: string
  readonly pane: ScreenPane
  readonly column: ScreenColumn
  /** When it shows; empty means always. */
  readonly windows: readonly TimeWindow[]
  /** First and last civil date on which it shows; null means open. */
  readonly validFrom: string | null
  readonly validUntil: string | null
  /** 0 to 100; the highest that has something to show takes its part of the screen. */
  readonly priority: number
  /** How many of the newest notices of the column, 1 to 50. */
  readonly mostNotices: number
  /** How often one notice may begin within sixty minutes; null means as often as its turn comes. */
  readonly mostPerHour: number | null
}

/** 信息屏: a passive screen that nobody touches, an LED wall or a television. */
export type Screen = {
  readonly id: string
  readonly name: string
  readonly place: string
  /** Whose screen it is; named on it when there is nothing to show. */
  readonly unitId: string
  readonly geometry: ScreenGeometry
  readonly layout: ScreenLayout
  readonly subscriptions: readonly ScreenSubscription[]
  /** Outside these it is black; empty means day and night. */
  readonly openingHours: readonly TimeWindow[]
  /** Moves the picture by a few pixels every minute against burn-in. */
  readonly shift: boolean
}

/** What the office says of a screen; the id is its own. */
export type ScreenDefinition = Omit<Screen, 'id'>
