import { Temporal } from 'temporal-polyfill'
import { epochOf, instantText } from './instant.ts'
import { programmeAt } from './programme.ts'
import type { Screen, ScreenPane } from './screen.ts'

/** A stretch of one day on which one part of a screen is meant for the same columns. */
export type WeekSpan = {
  /** Civil date in Asia/Shanghai. */
  readonly date: string
  /** Minutes of the day; `to` is not in it, and 1440 is midnight. */
  readonly from: number
  readonly to: number
  /** Black, or without a column; else the subscriptions that share it. */
  readonly subscriptionIds: readonly string[] | 'CLOSED'
}

const ZONE = 'Asia/Shanghai'
const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

function startOf(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(ZONE).epochMilliseconds
}

/**
 * What one part of a screen is meant for in the seven days from a date on, as if every column had something to show. Windows change
 * by whole minutes, so the spans of a day meet without a gap.
 * @example weekPlan(screen, 'MAIN', '2026-11-23')[0] // { date: '2026-11-23', from: 0, to: 480, subscriptionIds: 'CLOSED' }
 */
export function weekPlan(screen: Screen, pane: ScreenPane, firstDate: string): WeekSpan[] {
  const first = Temporal.PlainDate.from(firstDate)
  const source = {
    screen,
    entries: Object.fromEntries(screen.subscriptions.map(({ id }) => [id, [{ hash: id, expiresAt: null }]])),
    takeovers: [],
  }
  const spans: WeekSpan[] = []
  for (let day = 0; day < 7; day += 1) {
    const date = first.add({ days: day })
    const [start, end] = [startOf(date), startOf(date.add({ days: 1 }))]
    for (let now = start; now < end;) {
      const programme = programmeAt(source, instantText(now))
      const change = programme.nextChange === null ? null : epochOf(programme.nextChange)
      const until = Math.min(end, change ?? end)
      const part = programme.state === 'RUNNING' && programme.panes.find((one) => one.pane === pane)
      const subscriptionIds = part ? part.subscriptionIds : 'CLOSED'
      const from = Math.round((now - start) / MINUTE_MS)
      const to = until === end ? DAY_MINUTES : Math.round((until - start) / MINUTE_MS)
      const last = spans.at(-1)
      // An edge of some other part, or of a window beneath, changes nothing here.
      if (last?.date === date.toString() && String(last.subscriptionIds) === String(subscriptionIds)) {
        spans[spans.length - 1] = { ...last, to }
      } else spans.push({ date: date.toString(), from, to, subscriptionIds })
      now = until
    }
  }
  return spans
}
