import { describe, expect, it } from 'vitest'
import { checkResult } from '../../../domain/display/display-result.ts'
import {
  awaitsResult,
  type DisplayFacts,
  displayState,
  stillRuns,
} from '../../../domain/display/display-state.ts'
import {
  checkMerger,
  checkObjection,
  isAnswered,
  type ObjectionStanding,
} from '../../../domain/display/objection.ts'

const facts: DisplayFacts = {
  startsOn: '2026-11-16',
  lastDay: '2026-11-23',
  stop: null,
  objections: 0,
  unanswered: 0,
  result: null,
  today: '2026-11-24',
}
const state = (change: Partial<DisplayFacts>) => displayState({ ...facts, ...change })

describe('how a public display stands is derived', () => {
  it('it hangs through its whole last day and has ended from the next day on', () => {
    expect(['2026-11-15', '2026-11-16', '2026-11-23', '2026-11-24'].map((today) => state({ today }))).toEqual(
      ['SCHEDULED', 'ON_DISPLAY', 'ON_DISPLAY', 'ENDED'],
    )
  })

  it('after its end everything turns on the objections and the result', () => {
    expect(state({ objections: 2, unanswered: 1 })).toBe('OBJECTION_OPEN')
    expect(state({ objections: 2 })).toBe('OBJECTION_RESOLVED')
    expect(state({ result: { kind: 'NO_OBJECTION', confirmed: false } })).toBe('NO_OBJECTION')
    expect(state({ result: { kind: 'NO_OBJECTION', confirmed: true } })).toBe('RESULT_PUBLISHED')
    // A late objection does not take the result back.
    const late = { objections: 1, unanswered: 1, result: { kind: 'NO_OBJECTION', confirmed: true } } as const
    expect(state(late)).toBe('RESULT_PUBLISHED')
  })

  it('taking it down on its last day is still early, on the day after it is not', () => {
    expect(state({ stop: { kind: 'REMOVED', onDay: '2026-11-23' } })).toBe('REMOVED_EARLY')
    expect(state({ stop: { kind: 'WITHDRAWN', onDay: '2026-11-23' } })).toBe('REMOVED_EARLY')
    expect(state({ stop: { kind: 'WITHDRAWN', onDay: '2026-11-24' } })).toBe('WITHDRAWN')
    expect(state({ stop: { kind: 'INTERRUPTED', onDay: '2026-11-20' } })).toBe('INTERRUPTED')
  })

  it('a gap is not the end: its days are not over and no result is due', () => {
    expect(stillRuns('INTERRUPTED')).toBe(true)
    expect(awaitsResult('INTERRUPTED')).toBe(false)
    expect(awaitsResult('OBJECTION_RESOLVED')).toBe(true)
  })
})

const objection = (id: string, change: Partial<ObjectionStanding> = {}): ObjectionStanding => ({
  id,
  receivedOn: '2026-11-18',
  answered: false,
  mergedInto: null,
  ...change,
})

describe('an objection', () => {
  const entry = {
    receivedOn: '2026-11-18',
    channel: 'PHONE',
    name: '',
    contact: '',
    text: '面积有误',
  } as const
  const days = { publishedOn: '2026-11-16', today: '2026-11-23' }

  it('may be anonymous, but says something and came on a day that has been', () => {
    expect(checkObjection(entry, days).ok).toBe(true)
    expect(checkObjection({ ...entry, text: ' ' }, days)).toMatchObject({ code: 'display.text-required' })
    for (const receivedOn of ['2026-11-15', '2026-11-24']) {
      expect(checkObjection({ ...entry, receivedOn }, days)).toMatchObject({ code: 'display.date-order' })
    }
  })

  it('merged into another is answered when that one is', () => {
    const merged = objection('b', { mergedInto: 'a' })
    expect(isAnswered('b', [objection('a'), merged])).toBe(false)
    expect(isAnswered('b', [objection('a', { answered: true }), merged])).toBe(true)
  })

  it('is never merged so that mergers run in a circle and nobody is answered', () => {
    const all = [objection('a'), objection('b', { mergedInto: 'a' }), objection('c')]
    expect(checkMerger('c', 'a', all).ok).toBe(true)
    for (const [id, into] of [
      ['a', 'a'],
      ['a', 'c'],
      ['c', 'b'],
    ] as const) {
      expect(checkMerger(id, into, all)).toMatchObject({ code: 'display.merge-invalid' })
    }
    expect(checkMerger('c', 'x', all)).toMatchObject({ code: 'display.objection-not-found' })
  })
})

describe('the result of a display', () => {
  const none = { kind: 'NO_OBJECTION', text: '公示期内未收到异议。' } as const
  const handled = { kind: 'OBJECTIONS_HANDLED', text: '收到异议1件，经复核无误，已答复。' } as const
  const standing = { lastDay: '2026-11-23', today: '2026-11-24', objections: [] }
  const code = (...given: Parameters<typeof checkResult>) => {
    const answer = checkResult(...given)
    return answer.ok ? 'accepted' : answer.code
  }

  it('is not given on the last day, and is from the next day on', () => {
    expect(code(none, { ...standing, today: '2026-11-23' })).toBe('display.not-ended')
    expect(code(none, standing)).toBe('accepted')
  })

  it('is not given while an objection has no answer, a late one too', () => {
    const late = [objection('a', { receivedOn: '2026-11-24' })]
    expect(code(handled, { ...standing, objections: [objection('a')] })).toBe('display.objection-open')
    expect(code(none, { ...standing, objections: late })).toBe('display.objection-open')
  })

  it('does not say that nothing was objected when something was in time', () => {
    const answered = [objection('a', { answered: true })]
    expect(code(none, { ...standing, objections: answered })).toBe('display.objections-exist')
    expect(code(handled, { ...standing, objections: answered })).toBe('accepted')
    const late = [objection('a', { answered: true, receivedOn: '2026-11-24' })]
    expect(code(none, { ...standing, objections: late })).toBe('accepted')
    expect(code(handled, standing)).toBe('display.no-objections')
    expect(code({ ...none, text: ' ' }, standing)).toBe('display.text-required')
  })
})
