import type { Reads } from '../../db/store.ts'
import { itemPath } from './placement-rules.ts'
import type { AgainstScope } from './placement-views.ts'

/**
 * Ids of the notices that stand published on items that now go to the persons concerned, or to a limited
 * circle: neither the public nor a package gets them while that is so.
 * @example heldBackNotices(read).has(noticeId) // false
 */
export function heldBackNotices(read: Pick<Reads, 'placement'>): ReadonlySet<string> {
  return new Set(read.placement.withheld().map(({ noticeId }) => noticeId))
}

/**
 * Whether the desk alone has an edition to print: its item, or that of the edition in force, is for a limited circle (特定群体),
 * whose own boards show it, while kiosk, screens and packages do not (scenario S4). False where either goes to named persons.
 * @example isPaperOnly(read, edition) // false
 */
export function isPaperOnly(
  read: Pick<Reads, 'placement' | 'edition'>,
  edition: { readonly id: number; readonly noticeId: string },
): boolean {
  const closed = read.placement.closedEditions()
  const current = read.edition.ofNotice(edition.noticeId).find(({ state }) => state === 'PUBLISHED')
  const scopes = [closed.get(edition.id), current && closed.get(current.id)]
  return scopes.includes('LIMITED_CIRCLE') && !scopes.includes('NAMED_PERSONS')
}

/**
 * Notices on the board although their item now goes to the persons concerned only: a person must look at them and take them
 * down. Nothing is taken down by itself.
 * @example publishedAgainstScope(read).length // 0
 */
export function publishedAgainstScope(read: Reads): readonly AgainstScope[] {
  return read.placement.publishedForNamedPersons().map(({ noticeId, title, indexNumber, itemId }) => {
    const item = read.catalogue.item(itemId)
    // Taken out of a catalogue that was never approved, a row leaves no words behind.
    return { noticeId, title, indexNumber, item: item ? itemPath(item) : '…' }
  })
}
