import { describe, expect, it } from 'vitest'
import { askedDigits, matchDigits, numberTerms } from '../../../domain/search/number-keys.ts'

const INDEX = '119900000000000014/2026-00412'
const DOCUMENT = '云政发〔2026〕12号'

const marked = (number: string, typed: string) => {
  const match = matchDigits(number, askedDigits(typed) ?? [])
  return match && match.marks.map((at) => number[at]).join('')
}

describe('numbers typed on the pad', () => {
  it.each([
    ['00412', INDEX, '00412'],
    ['412', INDEX, '412'],
    ['041', INDEX, '041'],
    ['2026 412', INDEX, '2026412'],
    ['2026412', INDEX, '2026412'],
    ['202612', DOCUMENT, '202612'],
    ['2026 12', DOCUMENT, '202612'],
    ['２０２６－１２', DOCUMENT, '202612'],
    ['12', DOCUMENT, '12'],
    ['413', INDEX, null],
    ['12 2026', DOCUMENT, null],
    ['99000000', INDEX, null],
  ])('%s in %s: %s', (typed, number, marks) => {
    expect(marked(number, typed)).toBe(marks)
  })

  it('a whole number goes before one that only has the digits in it', () => {
    const rank = (number: string) => matchDigits(number, ['12'])?.rank
    expect(rank('云政发〔2026〕12号')).toBe(0)
    expect(rank('云政发〔2026〕112号')).toBe(1)
  })

  it('the office’s own code in front is no number: it would be found by everything', () => {
    expect(numberTerms(INDEX)).toEqual(['#2026', '#026', '#26', '#00412', '#0412', '#412', '#12'])
  })

  it('keys with letters among them are no number', () => {
    expect(askedDigits('2026dbgs')).toBeNull()
    expect(askedDigits('dbgs')).toBeNull()
  })
})
