import { globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const LOCALES = resolve(import.meta.dirname, '../../locales')

/** Every sentence of a file under its whole key; the plural forms of a language count as one key. */
function sentences(language: string, file: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (tree: Record<string, unknown>, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(prefix + key.replace(/_(one|other)$/, ''), value)
      else walk(value as Record<string, unknown>, `${prefix}${key}.`)
    }
  }
  walk(JSON.parse(readFileSync(resolve(LOCALES, language, file), 'utf8')) as Record<string, unknown>, '')
  return found
}

const placeholders = (text: string) =>
  new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))

const files = globSync('*.json', { cwd: resolve(LOCALES, 'zh-Hans') }).map((path) => basename(path))

describe.each(files)('%s', (file) => {
  const chinese = sentences('zh-Hans', file)
  const english = sentences('en', file)

  test('says the same things in Chinese and in English', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
  })

  test('leaves no sentence empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '')
    expect(empty.map(([key]) => key)).toEqual([])
  })

  test('asks for the same facts in both languages, a count aside', () => {
    const differing = [...chinese].filter(([key, text]) => {
      const [here, there] = [placeholders(text), placeholders(english.get(key) ?? '')]
      here.delete('count')
      there.delete('count')
      return [...here].toSorted().join() !== [...there].toSorted().join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('never shouts', () => {
    expect([...chinese.values()].filter((text) => /[!！]/.test(text))).toEqual([])
  })
})

/** Labels a citizen who reads Mongolian needs to find the way; the rest falls back to Chinese until translated. */
const MONGOLIAN = {
  'kiosk.json': ['key.home', 'key.back', 'key.larger', 'key.mongolian', 'search.button', 'home.newest'],
  'sheet.json': ['print'],
}

describe.each(Object.entries(MONGOLIAN))('%s in Mongolian', (file, needed) => {
  const mongolian = sentences('mn-Mong', file)
  // A note for the translator, not a sentence.
  mongolian.delete('_review')

  test('has the labels that lead through the board', () => {
    expect([...mongolian.keys()]).toEqual(expect.arrayContaining(needed))
  })

  test('has no label that the Chinese does not have', () => {
    const known = sentences('zh-Hans', file)
    expect([...mongolian.keys()].filter((key) => !known.has(key))).toEqual([])
  })

  test('is written in Mongolian script', () => {
    const foreign = [...mongolian].filter(([, text]) => !/^[\u1800-\u18af\s\u202f\d{}]+$/.test(text))
    expect(foreign).toEqual([])
  })
})
