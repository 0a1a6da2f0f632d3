import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeadline } from '../../../domain/duty/deadline/deadline-text.ts'
import { tell } from './tell-deadline.ts'
import { EVENT_WORDINGS } from './wordings-events.ts'
import { OTHER_WORDINGS } from './wordings-others.ts'
import { PERIOD_WORDINGS } from './wordings-periods.ts'

const ALL = [...EVENT_WORDINGS, ...PERIOD_WORDINGS, ...OTHER_WORDINGS]

describe('what is read of a deadline', () => {
  it.each(EVENT_WORDINGS)('counts from an event: %s', (text, reading) => {
    expect(tell(readDeadline(text))).toBe(reading)
  })

  it.each(PERIOD_WORDINGS)('has a rhythm: %s', (text, reading) => {
    expect(tell(readDeadline(text))).toBe(reading)
  })

  it.each(OTHER_WORDINGS)('has neither, or is not understood: %s', (text, reading) => {
    expect(tell(readDeadline(text))).toBe(reading)
  })

  it('reads the same wherever blanks and line breaks stand between words', () => {
    const word = fc.constantFrom(...ALL).filter(([text]) => !/[\s()（）]/.test(text))
    fc.assert(
      fc.property(
        word,
        fc.infiniteStream(fc.constantFrom('', '', ' ', '\u3000')),
        ([text, reading], gaps) => {
          const spaced = Array.from(text, (sign) => `${String(gaps.next().value)}${sign}`).join('')
          expect(tell(readDeadline(spaced))).toBe(reading)
        },
      ),
    )
  })

  it('reads full-width digits like plain ones', () => {
    for (const [text, reading] of ALL) {
      const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      expect(tell(readDeadline(wide))).toBe(reading)
    }
  })

  it('says nothing of an empty text', () => {
    expect(tell(readDeadline(''))).toBe('')
    expect(tell(readDeadline(' \n'))).toBe('')
  })
})

describe('what is not understood', () => {
  const scrap = fc.constantFrom(
    ...ALL.flatMap(([text]) => text.split(/(?=[，。；、（）()\d每自])/u)),
    '，',
    '；',
    '（',
    '）',
    '(',
    ')',
    '。',
    '\n',
  )
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(scrap).map((parts) => parts.join('')),
  )

  it('is never lost: a text gives a rule, a display period, or its words back', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { rule, displayPeriod, reservations, conditions, unread } = readDeadline(any)
        const kept = [...reservations, ...conditions, ...unread].join('')
        expect(rule !== null || displayPeriod !== null || kept !== '' || any.trim() === '').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is given back whole when it is far too long for a deadline', () => {
    const long = '20个工作日内。'.repeat(200)
    expect(readDeadline(long)).toEqual({
      rule: null,
      displayPeriod: null,
      reservations: [],
      conditions: [],
      unread: [long],
    })
  })

  it('never gives a rule that is not whole', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { rule } = readDeadline(any)
        if (!rule) return
        const forms = [rule.amount, rule.monthday, rule.date, rule.stages].filter(
          (form) => form !== undefined,
        )
        expect(forms.length).toBeLessThanOrEqual(1)
        expect([rule.unit === undefined, rule.from === undefined]).toEqual(
          Array(2).fill(rule.amount === undefined),
        )
        expect(rule.offset === undefined).toBe(rule.monthday === undefined)
        if (rule.amount !== undefined) expect(rule.amount).toBeGreaterThan(0)
        if (rule.date !== undefined) expect(rule.date).toMatch(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
      }),
      { numRuns: 2000 },
    )
  })
})
