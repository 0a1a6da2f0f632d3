import type { Reads } from '../../../db/store.ts'
import { suggestAbstract } from '../../../domain/notice/abstract.ts'
import type { DraftContent } from '../../../domain/notice/content.ts'
import { suggestKeywords } from '../../../domain/notice/keyword.ts'
import type { TextSuggestions } from './views.ts'

/**
 * Keywords and abstract as the text of a draft suggests them, with the words of the item it belongs to. Computed here and
 * now; nothing is stored and nothing is filled in by itself.
 * @example textSuggestions(read, content).keywords // ['农村低保', …]
 */
export function textSuggestions(
  read: Reads,
  content: Pick<DraftContent, 'title' | 'body' | 'catalogueItemId'>,
): TextSuggestions {
  const item = content.catalogueItemId === null ? undefined : read.catalogue.item(content.catalogueItemId)
  return {
    keywords: suggestKeywords({
      title: content.title,
      body: content.body,
      known: item ? [item.itemLevel1, item.itemLevel2, item.catalogueName] : [],
    }),
    abstract: suggestAbstract(content.body),
  }
}
