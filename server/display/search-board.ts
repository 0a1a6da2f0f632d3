import { COUNT_LIMIT } from '../../db/repos/public-repo.ts'
import { markWords } from '../../db/search/excerpt.ts'
import { queryWords } from '../../db/search/terms.ts'
import type { Reads } from '../../db/store.ts'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { toRow } from './public-views.ts'
import type { SearchAnswer } from './views.ts'

const PAGE_SIZE = 20
const EXCERPT_CHARACTERS = 40

/**
 * Finds current notices by words in title and text (traditional and simplified characters are one), or by exact index
 * or document number. Title hits first, newest first.
 * @example searchBoard(read, '低保', null).items
 */
export function searchBoard(read: Reads, typed: string, cursor: string | null): SearchAnswer {
  const exact = cursor === null ? read.public.byNumber(typed.trim()) : []
  if (exact.length > 0) {
    return {
      items: exact.map((row) => ({
        ...toRow(row),
        titleParts: [{ text: row.title, hit: false }],
        excerpt: [],
      })),
      next: null,
      total: exact.length,
      totalIsLowerBound: false,
    }
  }
  const [part, before] = (cursor ?? '').split('~')
  const from = part && before ? { inTitle: part === 't', before: Number(before) } : null
  const page = read.public.search(typed, from, PAGE_SIZE)
  if (page === null) return { items: [], next: null, total: 0, totalIsLowerBound: false }
  const words = queryWords(typed)
  const items = page.ids.flatMap((id) => {
    const row = read.public.rowWithContent(id)
    if (!row) return []
    const text = bodyText((JSON.parse(row.content) as PublicContent).body).replaceAll(/\s+/g, ' ')
    return [
      {
        ...toRow(row),
        titleParts: markWords(row.title, words),
        excerpt: markWords(text, words, EXCERPT_CHARACTERS),
      },
    ]
  })
  const total = read.public.countHits(typed)
  return {
    items,
    next: page.next === null ? null : `${page.next.inTitle ? 't' : 'b'}~${page.next.before}`,
    total,
    totalIsLowerBound: total >= COUNT_LIMIT,
  }
}
