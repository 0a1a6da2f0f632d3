import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

type Texts = { readonly [key: string]: string | Texts }

function read(language: string, name: string): Texts {
  const file = resolve(import.meta.dirname, '../../../locales', language, `${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Texts
}

function keysOf(texts: Texts, prefix = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
}

function valuesOf(texts: Texts): readonly string[] {
  return Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : valuesOf(value)))
}

test.each(['kiosk', 'sheet'])('every text of the %s exists in Chinese and in English', (name) => {
  expect(keysOf(read('en', name))).toEqual(keysOf(read('zh-Hans', name)))
})

test.each(['kiosk', 'sheet', 'terms'])(
  'Mongolian has only labels of the %s that exist, and asks for a reader',
  (name) => {
    const { _review: review, ...labels } = read('mn-Mong', name)
    expect(review).toBe("needs a native reader's check")
    expect(keysOf(read('zh-Hans', name))).toEqual(expect.arrayContaining([...keysOf(labels)]))
    for (const label of valuesOf(labels)) expect(label).toMatch(/^[\u1800-\u18af\u202f ]+$/u)
  },
)

test.each(['kiosk', 'sheet'])('Chinese texts of the %s do not shout', (name) => {
  for (const text of valuesOf(read('zh-Hans', name))) expect(text).not.toMatch(/[!！]/u)
})
