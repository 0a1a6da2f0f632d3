import type { EditionHead, StoredEdition } from '../../db/repos/edition-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import type { BodyRoom } from '../../domain/signage/shorten-body.ts'
import { shortContent } from './signage-item.ts'

// What a wall of screens shows between them; each is some ten kilobytes.
const MOST_KEPT = 300

/** An edition with no more of its text than a screen is given. */
export type ShortEdition = { readonly edition: StoredEdition; readonly shortened: boolean }

/** Hands out the texts of editions, shortened to a room. */
export type ShortContents = {
  readonly of: (read: Reads, head: EditionHead, room: BodyRoom) => ShortEdition | null
}

/**
 * Keeps shortened texts: an edition never changes, and reading a list of thousands of rows anew for every screen every minute kept the
 * server from everything else. Only the text is kept; whether the public may see it is asked every time.
 * @example openShortContents().of(read, head, roomFor(3))?.shortened
 */
export function openShortContents(): ShortContents {
  const kept = new Map<string, { readonly content: string; readonly shortened: boolean }>()
  const read = (from: Reads, { id }: EditionHead, room: BodyRoom) => {
    const stored = from.edition.byId(id)
    if (stored === undefined) return null
    const { content, shortened } = shortContent(JSON.parse(stored.content) as PublicContent, room)
    return { content: JSON.stringify(content), shortened }
  }
  return {
    of: (from, head, room) => {
      const key = [head.id, room.characters, room.rows].join(' ')
      const found = kept.get(key) ?? read(from, head, room)
      if (found === null) return null
      kept.delete(key)
      kept.set(key, found)
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break
        kept.delete(oldest)
      }
      return { edition: { ...head, content: found.content }, shortened: found.shortened }
    },
  }
}
