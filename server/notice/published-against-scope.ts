import type { Reads } from '../../db/store.ts'
import { itemPath } from './placement-rules.ts'
import type { AgainstScope } from './placement-views.ts'

/**
 * Ids of the notices that stand published on items the catalogue in use now gives to the persons concerned only: neither the
 * public nor a package gets them while that is so.
 * @example heldBackNotices(read).has(noticeId) // false
 */
export function heldBackNotices(read: Pick<Reads, 'placement'>): ReadonlySet<string> {
  return new Set(read.placement.publishedForNamedPersons().map(({ noticeId }) => noticeId))
}

/**
 * Notices on the board although the catalogue in use now gives their item to the persons concerned only: a person must look
 * at them and take them down. Nothing is taken down by itself.
 * @example publishedAgainstScope(read).length // 0
 */
export function publishedAgainstScope(read: Reads): readonly AgainstScope[] {
  return read.placement.publishedForNamedPersons().map((row) => ({
    noticeId: row.noticeId,
    title: row.title,
    indexNumber: row.indexNumber,
    item: itemPath(row),
  }))
}
