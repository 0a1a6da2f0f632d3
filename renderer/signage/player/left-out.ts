import type { PublicContent } from '../../../domain/notice/content.ts'
import type { GlassPlan, PaneRoom } from '../../../domain/signage/glass-plan.ts'
import { type Legibility, legibilityOf } from '../../../domain/signage/legibility.ts'
import { noticeExtent } from '../../../domain/signage/notice-extent.ts'
import type { ScreenFeed } from '../../../server/signage/views.ts'
import type { LeftOut } from '../stage.ts'

// A damaged notice fails where it is drawn, alone; here it would take the whole screen with it.
function judged(content: PublicContent, room: PaneRoom): Legibility | null {
  try {
    return legibilityOf(noticeExtent(content.title, content.body), room)
  } catch {
    return null
  }
}

/**
 * What of a screen's notices cannot be read whole, part by part: shown as a headline only, or not at all.
 * @example leftOut(feed, plan).filter(({ outcome }) => outcome === 'REFUSED')
 */
export function leftOut(feed: ScreenFeed, plan: GlassPlan): readonly LeftOut[] {
  return plan.panes.flatMap((room) => {
    const own = feed.screen.subscriptions.filter(({ pane }) => pane === room.pane)
    const hashes = new Set(own.flatMap(({ id }) => (feed.entries[id] ?? []).map(({ hash }) => hash)))
    return [...hashes].flatMap((hash): readonly LeftOut[] => {
      const content = feed.items[hash]?.sheet.content
      if (content === undefined) return []
      const found = judged(content, room)
      if (found === null || found.outcome === 'LEGIBLE') return []
      return [{ hash, pane: room.pane, ...found }]
    })
  })
}
