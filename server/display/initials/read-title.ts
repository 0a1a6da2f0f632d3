import { createRequire } from 'node:module'
import type { pinyin } from 'pinyin-pro'
import type { StoredReading, UnreadTitle } from '../../../db/repos/title-reading-repo.ts'
import { numberTerms } from '../../../domain/search/number-keys.ts'
import { readingTerms } from '../../../domain/search/reading-terms.ts'
import {
  type ReadingDictionary,
  type Syllables,
  titleReading,
  type TitleReading,
} from '../../../domain/search/title-reading.ts'

/** Version of the program's way of reading: raised when it changes, so that the next start reads every title anew. */
export const READING_VERSION = 1

type Speaker = { readonly pinyin: typeof pinyin }

let speaker: Speaker | undefined
const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' })

// Loaded at the first title and as CommonJS, for it costs 30 ms and some megabytes that a board which only shows need not spend.
function say(text: string): readonly string[] {
  speaker ??= createRequire(import.meta.url)('pinyin-pro') as Speaker
  return speaker.pinyin(text, { toneType: 'none', type: 'array', v: true })
}

/**
 * Syllables of a text, one entry a character; letters and digits are said as they are, signs not at all.
 * @example syllablesOfText('低保2026') // [['di'], ['bao'], ['2'], ['0'], ['2'], ['6']]
 */
export function syllablesOfText(text: string): readonly Syllables[] {
  const characters = [...text]
  const said = say(text)
  // One syllable a character is what the library promises; were it otherwise, places would be wrong, so then each is asked alone.
  const each = said.length === characters.length ? said : characters.map((one) => say(one)[0] ?? '')
  return each.map((syllable) => {
    const plain = syllable.normalize('NFKC').toLowerCase().replaceAll('ü', 'v')
    return /^[a-z0-9]+$/u.test(plain) ? [plain] : []
  })
}

function wordStarts(title: string): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const { segment, isWordLike } of words.segment(title)) {
    if (isWordLike) starts.push(at)
    at += [...segment].length
  }
  return starts
}

/**
 * How a title is said, by the library and the dictionary.
 * @example readTitle('关于低保的公示', dictionary).syllables[2] // ['di']
 */
export function readTitle(title: string, dictionary: ReadingDictionary): TitleReading {
  return titleReading(title, { syllables: syllablesOfText(title), starts: wordStarts(title) }, dictionary)
}

/**
 * What is stored for a title: its reading, and the terms of title and numbers.
 * @example write.titleReading.put(editionId, readingToStore({ title, indexNumber, documentNumber }, dictionary))
 */
export function readingToStore(
  edition: Omit<UnreadTitle, 'id'>,
  dictionary: ReadingDictionary,
): StoredReading {
  const reading = readTitle(edition.title, dictionary)
  const terms = [
    ...readingTerms(reading),
    ...numberTerms(edition.indexNumber),
    ...numberTerms(edition.documentNumber),
  ]
  return { reading, terms, version: READING_VERSION }
}
