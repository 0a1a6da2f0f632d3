import { COUNT_LIMIT } from '../../db/repos/public-repo.ts'
import { excerptOf, markWords } from '../../platform/search/excerpt.ts'
import { storedText } from '../../db/search/stored-text.ts'
import { queryWords } from '../../platform/search/terms.ts'
import type { Reads } from '../../db/store.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { otherNames } from './initials/other-names.ts'
import { heldBack, toRow } from './public-views.ts'
import { withValidity } from './validity-badge.ts'
import type { SearchAnswer } from './views.ts'

const PAGE_SIZE = 20
const EXCERPT_CHARACTERS = 80
// Of one body, and of all bodies on a page: a page of hits in very long lists must not hold up the hall's other screens.
const MOST_OF_ONE = 300_000
const MOST_OF_PAGE = 1_500_000

/**
 * Finds current notices by words in title and text (traditional and simplified characters are one), or by exact index
 * or document number. Title hits first, newest first. Work per page is bounded: of a very long body only the beginning is
 * read for the excerpt, and a hit further down has the beginning as excerpt.
 * @example searchBoard(read, '低保', null, clock.now()).items
 */
export function searchBoard(read: Reads, typed: string, cursor: string | null, now: string): SearchAnswer {
  const held = heldBack(read, now)
  const exact = cursor === null ? read.public.byNumber(typed.trim()).filter((row) => !held.has(row)) : []
  if (exact.length > 0) {
    return {
      items: withValidity(
        read,
        exact.map((row) => ({
          ...toRow(row),
          titleParts: [{ text: row.title, hit: false }],
          excerpt: [],
        })),
        civilDateOf(now),
      ),
      next: null,
      total: exact.length,
      totalIsLowerBound: false,
    }
  }
  const [part, before] = (cursor ?? '').split('~')
  const from = part && before ? { inTitle: part === 't', before: Number(before) } : null
  const page = read.public.search(typed, from, PAGE_SIZE, held.ids)
  if (page === null) return { items: [], next: null, total: 0, totalIsLowerBound: false }
  const alsoCalled = cursor === null ? otherNames(read, typed) : []
  const words = queryWords(typed)
  let left = MOST_OF_PAGE
  const items = page.ids.flatMap((id) => {
    const row = read.public.rowWithContent(id, Math.min(MOST_OF_ONE, left))
    if (!row) return []
    left -= row.content.length
    return [
      {
        ...toRow(row),
        titleParts: markWords(row.title, words),
        excerpt: excerptOf(storedText(row.content), words, EXCERPT_CHARACTERS),
      },
    ]
  })
  const whole = cursor === null && page.next === null
  const total = whole ? items.length : read.public.countHits(typed, held.ids)
  return {
    items: withValidity(read, items, civilDateOf(now)),
    next: page.next === null ? null : `${page.next.inTitle ? 't' : 'b'}~${page.next.before}`,
    total,
    totalIsLowerBound: total >= COUNT_LIMIT,
    ...(alsoCalled.length > 0 && { alsoCalled }),
  }
}
