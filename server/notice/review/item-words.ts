import type { Reads } from '../../../db/store.ts'

/** What the catalogue said of an item on the day something was handed in: for the review slip. */
type ItemWords = {
  readonly legalBasis: string
  readonly deadline: string
  readonly channels: readonly string[]
}

/**
 * What the catalogue in use says of an item now, to be frozen with what is handed in: the slip must not change with the
 * catalogue. Null without an item.
 * @example itemWords(read, itemId)?.deadline // '自信息形成之日起20个工作日内'
 */
export function itemWords(read: Reads, itemId: string | null): ItemWords | null {
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  return item ? { legalBasis: item.legalBasis, deadline: item.deadlineText, channels: item.channels } : null
}
