import { describe, expect, it } from 'vitest'
import { checkScreen } from '../../../domain/signage/check-screen.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import { SCREEN_TEMPLATES, screenTemplate } from '../../../domain/signage/screen-templates.ts'
import { weekPlan, type WeekSpan } from '../../../domain/signage/week-plan.ts'
import { screenWith, subscription } from './screens-to-test.ts'

const MONDAY = '2026-11-23'
const WORKDAYS = [1, 2, 3, 4, 5]
const day = (spans: readonly WeekSpan[], date: string) =>
  spans
    .filter((span) => span.date === date)
    .map(({ from, to, subscriptionIds }) => [from, to, subscriptionIds])

describe('the week of a screen', () => {
  const screen = screenWith(
    [
      subscription({ id: 'always', priority: 10 }),
      subscription({
        id: 'noon',
        priority: 90,
        windows: [{ weekdays: WORKDAYS, from: '11:30', to: '13:00' }],
      }),
    ],
    {
      openingHours: [
        { weekdays: WORKDAYS, from: '08:00', to: '18:00' },
        { weekdays: [5], from: '20:00', to: '02:00' },
      ],
    },
  )
  const spans = weekPlan(screen, 'MAIN', MONDAY)

  it('shows the hours of each column between black nights', () => {
    expect(day(spans, MONDAY)).toEqual([
      [0, 480, 'CLOSED'],
      [480, 690, ['always']],
      [690, 780, ['noon']],
      [780, 1080, ['always']],
      [1080, 1440, 'CLOSED'],
    ])
    expect(day(spans, '2026-11-29')).toEqual([[0, 1440, 'CLOSED']])
  })

  it('carries what begins in the evening over into the next day', () => {
    expect(day(spans, '2026-11-28')).toEqual([
      [0, 120, ['always']],
      [120, 1440, 'CLOSED'],
    ])
  })

  it('covers every minute of seven days once', () => {
    const minutes = spans.reduce((sum, { from, to }) => sum + to - from, 0)
    expect(minutes).toBe(7 * 1440)
  })
})

describe('screens as they are commonly bought', () => {
  it.each(SCREEN_TEMPLATES)('%s can be kept and read', (template) => {
    const screen = { ...screenWith([]), ...screenTemplate(template) }
    expect(checkScreen(screen).ok).toBe(true)
    expect(glassPlan(screen).panes.map(({ form }) => form)).not.toContain('NONE')
  })
})
