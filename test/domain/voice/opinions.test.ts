import { describe, expect, it } from 'vitest'
import { calendarOver } from '../../../domain/duty/calendar/calendar-over.ts'
import { NATIONAL_YEARS } from '../../../domain/duty/calendar/national-calendar.ts'
import {
  adoptionBody,
  adoptionCounts,
  type SummedOpinion,
  type SummaryWords,
  tellsAnswers,
} from '../../../domain/voice/adoption-summary.ts'
import { alikeness, alikePairs } from '../../../domain/voice/alike.ts'
import { checkPlan, consultationEnd, consultationState } from '../../../domain/voice/consultation.ts'
import { hungThroughout } from '../../../domain/voice/hung-throughout.ts'
import { allAnswered, headOf, mayMerge, type MergeableOpinion } from '../../../domain/voice/opinion-heads.ts'

const calendar = calendarOver({ national: NATIONAL_YEARS, local: [] })
const CHANNELS = [{ channel: 'PHONE', detail: '0999-6100100' }] as const

describe('the period of a consultation', () => {
  it('does not count the day it opens, and a last day that rests moves on (民法典第201条、第203条)', () => {
    expect(consultationEnd('2026-08-03', { amount: 30, unit: 'day' }, calendar).due).toBe('2026-09-02')
    expect(consultationEnd('2026-09-01', { amount: 30, unit: 'day' }, calendar).due).toBe('2026-10-08')
    expect(consultationEnd('2026-09-18', { amount: 7, unit: 'workday' }, calendar).due).toBe('2026-09-29')
  })

  it('that is shorter than usual needs a reason; days and working days are compared by their ends', () => {
    const plan = { opensOn: null, channels: CHANNELS, shorterReason: '' }
    const kind = { kind: 'NORMATIVE_DOCUMENT', today: '2026-08-03', calendar } as const
    expect(checkPlan({ ...plan, amount: 7, unit: 'day' }, kind)).toMatchObject({
      code: 'consultation.reason-required',
      params: { amount: 7, unit: 'workday' },
    })
    expect(checkPlan({ ...plan, amount: 10, unit: 'day' }, kind).ok).toBe(true)
    expect(checkPlan({ ...plan, amount: 3, unit: 'day', shorterReason: '防汛急需' }, kind).ok).toBe(true)
    expect(checkPlan({ ...plan, amount: 10, unit: 'day', channels: [] }, kind)).toMatchObject({
      code: 'consultation.channel-required',
    })
  })

  it('is open on its last day and closed on the next', () => {
    const held = { opensOn: '2026-08-03', closesOn: '2026-09-02', answered: 0, resultPublished: false }
    expect(consultationState(held, '2026-08-02')).toBe('PLANNED')
    expect(consultationState(held, '2026-09-02')).toBe('OPEN')
    expect(consultationState(held, '2026-09-03')).toBe('CLOSED')
    expect(consultationState({ ...held, answered: 1 }, '2026-09-03')).toBe('ANSWERING')
    expect(consultationState({ ...held, resultPublished: true }, '2026-09-03')).toBe('RESULT_PUBLISHED')
  })
})

const one = (number: number, change: Partial<MergeableOpinion> = {}): MergeableOpinion => ({
  id: String(number),
  number,
  mergedInto: null,
  answered: false,
  ...change,
})

describe('opinions that were merged', () => {
  it('are answered by the head of them all, over several steps', () => {
    const into = new Map([
      ['c', 'b'],
      ['b', 'a'],
    ])
    expect(headOf('c', into)).toBe('a')
    expect(headOf('a', into)).toBe('a')
  })

  it('count as answered with their head, and the first one without an answer is named', () => {
    expect(allAnswered([one(1, { answered: true }), one(2, { mergedInto: '1' })]).ok).toBe(true)
    expect(allAnswered([one(18), one(17), one(1, { answered: true })])).toMatchObject({
      code: 'consultation.unanswered',
      params: { count: 2, number: 17 },
    })
  })

  it('stood by themselves before, unanswered, and are not the one they are merged into', () => {
    expect(mayMerge({ into: one(1), others: [one(1)] })).toMatchObject({ code: 'opinion.merge-into-itself' })
    expect(mayMerge({ into: one(1), others: [one(2, { mergedInto: '3' })] })).toMatchObject({
      code: 'opinion.already-merged',
      params: { number: 2 },
    })
    expect(mayMerge({ into: one(1), others: [one(2, { answered: true })] })).toMatchObject({
      code: 'opinion.answered',
    })
    expect(mayMerge({ into: one(1, { answered: true }), others: [one(2)] }).ok).toBe(true)
  })
})

describe('a draft', () => {
  const period = { opensOn: '2026-08-03', closesOn: '2026-09-02' } as const

  it('hung to the end when it hung on every day, also as a next edition or back on the same day', () => {
    expect(hungThroughout([{ from: '2026-08-03', until: null }], period)).toBe(true)
    expect(hungThroughout([{ from: '2026-08-01', until: '2026-09-03' }], period)).toBe(true)
    const again = { from: '2026-08-10', until: null }
    expect(hungThroughout([again, { from: '2026-08-03', until: '2026-08-10' }], period)).toBe(true)
    const before = { from: '2026-08-01', until: '2026-08-02' }
    expect(hungThroughout([before, { from: '2026-08-03', until: null }], period)).toBe(true)
  })

  it('did not when it was down for a day between, or came down on the last day', () => {
    const first = { from: '2026-08-03', until: '2026-08-04' }
    expect(hungThroughout([first, { from: '2026-09-02', until: null }], period)).toBe(false)
    expect(hungThroughout([{ from: '2026-08-03', until: '2026-09-02' }], period)).toBe(false)
  })
})

describe('opinions that are alike', () => {
  it('share most of their pairs of characters, whatever the punctuation', () => {
    expect(alikeness('建议扩大保护范围', '建议，扩大保护范围。')).toBe(1)
    expect(alikeness('建议扩大保护范围', '希望扩大保护的范围')).toBeGreaterThan(0.4)
    expect(alikeness('建议扩大保护范围', '养殖户搬迁应有补偿')).toBeLessThan(0.1)
    expect(alikeness('', '。')).toBe(0)
  })

  it('are listed with the most alike first', () => {
    const pairs = alikePairs([
      { id: 'a', text: '建议扩大保护范围' },
      { id: 'b', text: '希望扩大保护的范围' },
      { id: 'c', text: '建议扩大保护范围。' },
    ])
    expect(pairs.map((pair) => pair.one + pair.other)).toEqual(['ac', 'ab', 'bc'])
  })
})

describe('the feedback', () => {
  const opinions: readonly SummedOpinion[] = [
    {
      number: 1,
      channel: 'PAPER',
      mergedInto: null,
      answer: { result: 'NOT_ADOPTED', reason: '已有规定', summary: '甲' },
    },
    {
      number: 2,
      channel: 'PHONE',
      mergedInto: null,
      answer: { result: 'ADOPTED', reason: '已改', summary: '乙' },
    },
    { number: 3, channel: 'PHONE', mergedInto: 2, answer: null },
  ]

  const words: SummaryWords = {
    opening: ['共3条'],
    head: ['序号', '意见', '结果', '说明'],
    result: (result) => result,
    shared: (summary, count) => `${summary}${count}`,
    closing: ['感谢支持。'],
  }

  it('tells what is on record until an answer or a count changes, whatever the office writes around it', () => {
    const body = adoptionBody(opinions, words)
    const note = { type: 'paragraph', content: [{ type: 'text', text: '办公室的说明。' }] } as const
    const worded = { ...body, content: [note, ...body.content.slice(0, -1)] }
    expect(tellsAnswers(worded, opinions, words)).toBe(true)
    const [first, ...rest] = opinions
    if (!first) throw new Error('there are opinions')
    const answer = { result: 'ADOPTED', reason: '已有规定', summary: '甲' } as const
    expect(tellsAnswers(body, [{ ...first, answer }, ...rest], words)).toBe(false)
    expect(tellsAnswers(body, opinions, { ...words, opening: ['共4条'] })).toBe(false)
    expect(tellsAnswers(body, opinions.slice(1), words)).toBe(false)
  })

  it('counts every opinion by its channel, and merged ones by the answer of their head', () => {
    expect(adoptionCounts(opinions)).toEqual({
      total: 3,
      channels: [
        { channel: 'PAPER', count: 1 },
        { channel: 'PHONE', count: 2 },
      ],
      results: { ADOPTED: 2, PARTIAL: 0, NOT_ADOPTED: 1 },
    })
  })

  it('has one row for each opinion that stands by itself, adopted ones first', () => {
    const body = adoptionBody(opinions, words)
    const table = body.content[1]
    if (table?.type !== 'table') throw new Error('the second block is the table')
    expect(JSON.stringify(table.content[1])).toContain('乙2')
    expect(JSON.stringify(table.content[2])).toContain('甲')
    expect(table.content).toHaveLength(3)
  })
})
