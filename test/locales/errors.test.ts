import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../domain/refusal-code.ts'
import english from '../../locales/en/errors.json' with { type: 'json' }
import chinese from '../../locales/zh-Hans/errors.json' with { type: 'json' }

function sentences(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
    const path = prefix === '' ? key : `${prefix}.${key}`
    if (typeof value === 'string') found.set(path, value)
    else for (const [inner, text] of sentences(value, path)) found.set(inner, text)
  }
  return found
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe.each([
  ['zh-Hans', sentences(chinese)],
  ['en', sentences(english)],
])('refusals in %s', (_, known) => {
  it.each([...REFUSAL_CODES])('%s has a sentence for the person', (code) => {
    expect(known.get(code)).toMatch(/[。.：:>）)}]$/)
  })

  it('has no sentence for a code that nothing gives', () => {
    const extra = [...known.keys()].filter((key) => !(REFUSAL_CODES as readonly string[]).includes(key))
    // Said by the screen itself when nobody answers.
    expect(extra).toEqual(['request.offline'])
  })

  it('never shouts', () => {
    expect([...known.values()].filter((text) => /[!！]/.test(text))).toEqual([])
  })
})

describe('the two languages', () => {
  it.each([...REFUSAL_CODES])('%s names the same facts in both', (code) => {
    expect(placeholders(sentences(english).get(code) ?? '')).toEqual(
      placeholders(sentences(chinese).get(code) ?? ''),
    )
  })
})

describe('what is said while any package is read', () => {
  // The office reads packages of the county, and verifies its own; the county reads those of offices.
  const OF_BOTH_SIDES = [
    'not-found',
    'not-a-package',
    'format-unknown',
    'damaged',
    'signature-invalid',
    'unknown-key',
    'unsafe-name',
    'too-large',
    'cannot-decrypt',
    'sealed-for-other',
  ]
  it.each(OF_BOTH_SIDES)(
    'package.%s takes a package neither for an office’s nor for the county’s',
    (code) => {
      const said = sentences(chinese).get(`package.${code}`)
      expect(said).toContain('包')
      expect(said).not.toMatch(/报送包|下发包|县/u)
      expect(sentences(english).get(`package.${code}`)).not.toMatch(/county|other office/iu)
    },
  )
})
