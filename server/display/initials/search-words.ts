import type { Reads } from '../../../db/store.ts'
import { matchKeys, plainKeys } from '../../../domain/search/match-keys.ts'
import { SHIPPED_SYNONYMS } from '../../../domain/search/shipped-synonyms.ts'
import { SHIPPED_WORDS } from '../../../domain/search/shipped-words.ts'
import { syllablesOf } from '../../../domain/search/title-reading.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { DICTIONARY_ROLES } from '../../wording/dictionaries.ts'
import type { SearchWordKind, SearchWordPreview, SearchWordsView, SearchWordView } from '../initials-view.ts'
import { fillReadings } from './fill-readings.ts'
import { markedParts } from './marked-parts.ts'
import { plainDictionary, spokenDictionary } from './reading-dictionary.ts'
import { readTitle, READING_VERSION } from './read-title.ts'

const COUNTED = 100
// Every one is looked for in every title that is published.
const MOST_OWN = 1000

const shipped = (kind: SearchWordKind, word: string, value: string): SearchWordView => ({
  id: null,
  kind,
  word,
  value,
  by: null,
  at: null,
})

// What was never read, after an upgrade, as well as what is to be read anew.
function unreadTitles({ public: board, titleReading }: Reads): number {
  const missing = Math.max(0, board.total(null) - titleReading.count())
  return Math.min(COUNTED, missing + titleReading.outdated(READING_VERSION, COUNTED).length)
}

/**
 * The words in use: the office's own, newest first, and those that ship.
 * @example searchWordsView(read, principal).own
 */
export function searchWordsView(read: Reads, principal: Principal): SearchWordsView {
  return {
    mayChange: requireRole(principal, ...DICTIONARY_ROLES).ok,
    own: read.searchWord
      .inUse()
      .map(({ id, kind, word, value, byName, at }) => ({ id, kind, word, value, by: byName, at }))
      .reverse(),
    shipped: [
      ...SHIPPED_WORDS.map(({ word, reading }) => shipped('READING', word, reading)),
      ...SHIPPED_SYNONYMS.map(({ word, meaning }) => shipped('SYNONYM', word, meaning)),
    ],
    unread: unreadTitles(read),
  }
}

type Adding = { readonly kind: SearchWordKind; readonly word: string; readonly value: string }

/**
 * A word as it may be added, its reading with single spaces. Refuses `search-word.not-han`, `search-word.reading-unfit` (syllables
 * in a to z, one a character), `search-word.same` (a synonym of itself).
 */
function fitting({ kind, word, value }: Adding): Result<Adding> {
  if (!/^[\p{Script=Han}\p{N}\p{Script=Latin}]+$/u.test(word)) return refuse('search-word.not-han')
  if (kind === 'SYNONYM') return word === value ? refuse('search-word.same') : accept({ kind, word, value })
  const reading = value.toLowerCase().replaceAll('ü', 'v').replaceAll(/\s+/gu, ' ')
  return syllablesOf({ word, reading }) === null
    ? refuse('search-word.reading-unfit', { characters: [...word].length })
    : accept({ kind, word, value: reading })
}

/**
 * Adds a word and has the titles that hold it read anew. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses what does not fit,
 * `search-word.known` (the same is in use) and `search-word.too-many`.
 * @example addSearchWord(deps, handler, { kind: 'READING', word: '单家营', value: 'shan jia ying' })
 */
export function addSearchWord(deps: Deps, principal: Principal, adding: Adding): Result<SearchWordsView> {
  const allowed = requireRole(principal, ...DICTIONARY_ROLES)
  if (!allowed.ok) return allowed
  const fits = fitting(adding)
  if (!fits.ok) return fits
  const { kind, word, value } = fits.value
  const done = deps.store.tx((write, read): Result<SearchWordsView> => {
    const own = read.searchWord.inUse()
    if (own.length >= MOST_OWN) return refuse('search-word.too-many', { most: MOST_OWN })
    const same = own.some(
      (one) => one.kind === kind && one.word === word && (kind === 'READING' || one.value === value),
    )
    if (same) return refuse('search-word.known')
    const id = deps.ids.next()
    write.searchWord.add({ id, kind, word, value, accountId: principal.id, at: deps.clock.now() })
    const titles = outdate(write.titleReading.outdate, { kind, word, value })
    record(
      deps,
      write,
      principal,
      'search-word.add',
      { kind: 'search-word', id },
      { searchWordKind: kind, titles },
    )
    return accept(searchWordsView(read, principal))
  })
  if (done.ok) void fillReadings(deps)
  return done
}

/**
 * Ends a word of the office and has the titles that hold it read anew. Needs the same roles. Refuses `search-word.not-found`.
 * @example endSearchWord(deps, handler, id)
 */
export function endSearchWord(deps: Deps, principal: Principal, id: string): Result<SearchWordsView> {
  const allowed = requireRole(principal, ...DICTIONARY_ROLES)
  if (!allowed.ok) return allowed
  const done = deps.store.tx((write, read): Result<SearchWordsView> => {
    const word = read.searchWord.open(id)
    if (!word) return refuse('search-word.not-found')
    write.searchWord.end({ searchWordId: id, accountId: principal.id, at: deps.clock.now() })
    const titles = outdate(write.titleReading.outdate, word)
    record(
      deps,
      write,
      principal,
      'search-word.end',
      { kind: 'search-word', id },
      { searchWordKind: word.kind, titles },
    )
    return accept(searchWordsView(read, principal))
  })
  if (done.ok) void fillReadings(deps)
  return done
}

// Synonyms hold both ways, so titles with either word are touched.
function outdate(mark: (word: string) => number, { kind, word, value }: Adding): number {
  return mark(word) + (kind === 'SYNONYM' ? mark(value) : 0)
}

/**
 * How a title would be read and found, with a word that is being entered taken in already.
 * @example previewTitle(read, { title: '单家营公示', keys: 'sjy', kind: 'READING', word: '单家营', value: 'shan jia ying' }).found
 */
export function previewTitle(
  read: Reads,
  asked: Adding & { readonly title: string; readonly keys: string },
): SearchWordPreview {
  const plain = plainDictionary(read)
  const fits = fitting(asked)
  const extra = fits.ok ? fits.value : null
  const dictionary = spokenDictionary({
    words:
      extra?.kind === 'READING' ? [{ word: extra.word, reading: extra.value }, ...plain.words] : plain.words,
    synonyms:
      extra?.kind === 'SYNONYM'
        ? [{ word: extra.word, meaning: extra.value }, ...plain.synonyms]
        : plain.synonyms,
  })
  const reading = readTitle(asked.title, dictionary)
  const characters = [...asked.title]
  const keys = plainKeys(asked.keys)
  const match = matchKeys(reading, keys)
  const starts = new Set(reading.starts)
  return {
    syllables: characters.map((text, at) => ({
      text,
      said: (reading.syllables[at] ?? []).join('/'),
      begins: starts.has(at),
    })),
    initials: reading.syllables.map(([first = '']) => first[0] ?? '').join(''),
    titleParts: markedParts(characters, match?.marks ?? []),
    found: match !== null,
  }
}
