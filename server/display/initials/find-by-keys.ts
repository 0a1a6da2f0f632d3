import type { ReadTitle } from '../../../db/repos/title-reading-repo.ts'
import type { Reads } from '../../../db/store.ts'
import { matchKeys, plainKeys } from '../../../domain/search/match-keys.ts'
import { askedDigits, matchDigits } from '../../../domain/search/number-keys.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { InitialsAnswer } from '../initials-view.ts'
import { heldBack, toRow } from '../public-views.ts'
import { withValidity } from '../validity-badge.ts'
import { markedParts } from './marked-parts.ts'

/** As many as somebody scrolls through before pressing another key. */
const SHOWN = 20
// Of each way of splitting the keys, newest first: what is older is found with another key.
const CANDIDATES = 80

type Fit = {
  readonly title: ReadTitle
  readonly rank: number
  readonly titleMarks: readonly number[]
  readonly numberMarks: { readonly in: 'INDEX' | 'DOCUMENT'; readonly marks: readonly number[] } | null
}

function fitsDigits(title: ReadTitle, groups: readonly string[]): Fit | null {
  const document = matchDigits(title.documentNumber, groups)
  const index = matchDigits(title.indexNumber, groups)
  const best = document && (!index || document.rank <= index.rank) ? document : index
  return (
    best && {
      title,
      rank: best.rank,
      titleMarks: [],
      numberMarks: { in: best === document ? 'DOCUMENT' : 'INDEX', marks: best.marks },
    }
  )
}

/** Adds what fits until there is enough that fits perfectly: what comes later is older. */
function collect(
  read: Reads,
  ids: Iterable<number>,
  fit: (title: ReadTitle) => Fit | null,
  found: Map<number, Fit>,
): void {
  let perfect = 0
  for (const id of ids) {
    if (found.has(id)) continue
    const title = read.titleReading.read(id)
    const fits = title && fit(title)
    if (!fits) continue
    found.set(id, fits)
    if (fits.rank === 0 && ++perfect > SHOWN) return
  }
}

/**
 * What the pad's keys find among current, public notices: titles by first letters or spelling, numbers by digits; the better fit
 * first, then the newer. Work for one key is bounded.
 * @example findByKeys(read, 'dbgs', clock.now()).items[0]?.title // '关于2026年度城乡居民最低生活保障对象的公示'
 */
export function findByKeys(read: Reads, typed: string, now: string): InitialsAnswer {
  const held = heldBack(read, now).ids
  const found = new Map<number, Fit>()
  const groups = askedDigits(typed)
  if (groups !== null) {
    collect(
      read,
      read.titleReading.withDigits(groups, CANDIDATES, held),
      (title) => fitsDigits(title, groups),
      found,
    )
  }
  const keys = plainKeys(typed)
  if (keys !== '') {
    for (const ids of read.titleReading.candidates(keys, CANDIDATES, held)) {
      // What is written together goes before what is not, so once there is enough of it the rest need not be looked for.
      if (found.size > SHOWN) break
      collect(
        read,
        ids,
        (title) => {
          const match = matchKeys(title.reading, keys)
          return match && { title, rank: match.rank, titleMarks: match.marks, numberMarks: null }
        },
        found,
      )
    }
  }
  const fits = [...found.values()].sort(
    (one, other) => one.rank - other.rank || other.title.id - one.title.id,
  )
  const items = fits.slice(0, SHOWN).flatMap(({ title, titleMarks, numberMarks }) => {
    const row = read.public.rowOf(title.id)
    if (!row) return []
    const number = numberMarks?.in === 'DOCUMENT' ? title.documentNumber : title.indexNumber
    return [
      {
        ...toRow(row),
        titleParts: markedParts([...title.title], titleMarks),
        numberParts: numberMarks === null ? [] : markedParts(number.split(''), numberMarks.marks),
      },
    ]
  })
  return {
    keys: typed,
    items: withValidity(read, items, civilDateOf(now)),
    more: fits.length > SHOWN,
    incomplete: read.titleReading.count() < read.public.total(null),
  }
}
