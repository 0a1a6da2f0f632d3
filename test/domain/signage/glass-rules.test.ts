import { describe, expect, it } from 'vitest'
import { burnInShift } from '../../../domain/signage/burn-in-shift.ts'
import { codePagePlan } from '../../../domain/signage/code-page.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import { headlinePixels } from '../../../domain/signage/headline-type.ts'
import { otherTitlePlace } from '../../../domain/signage/other-title-place.ts'
import { pageStay } from '../../../domain/signage/reading-time.ts'
import { textScale } from '../../../domain/signage/text-scale.ts'
import { textWeight } from '../../../domain/signage/text-weight.ts'
import { GLASSES, type Glass } from '../../support/signage-feed.ts'

function full(glass: Glass) {
  const plan = glassPlan({ geometry: GLASSES[glass], layout: 'FULL', shift: true })
  const [room] = plan.panes
  if (room === undefined) throw new Error('a screen without parts')
  return { plan, room }
}

describe('how long a page stands', () => {
  it('goes by its characters, is never less than eight seconds and never more than a minute', () => {
    expect(pageStay(0)).toBe(8000)
    expect(pageStay(100)).toBe(24_000)
    expect(pageStay(9999)).toBe(60_000)
  })
})

describe('the picture against burn-in', () => {
  it('comes round, goes no further than told, and stands in the middle on average', () => {
    const path = Array.from({ length: 9 }, (_, minute) => burnInShift(minute, 6))
    expect(burnInShift(9, 6)).toEqual(path[0])
    expect(path.every(({ x, y }) => Math.abs(x) <= 6 && Math.abs(y) <= 6)).toBe(true)
    expect(path.reduce((sum, { x, y }) => sum + x + y, 0)).toBe(0)
  })
})

describe('the size of type beyond the rule', () => {
  it('never goes below it', () => {
    for (const glass of Object.keys(GLASSES) as Glass[]) {
      const { plan, room } = full(glass)
      for (const title of ['停电通知', '关于公布'.repeat(12)])
        for (const tone of ['NOTICE', 'EMERGENCY'] as const)
          expect(headlinePixels(plan, room, title, tone)).toBeGreaterThanOrEqual(plan.type.fontPixels)
    }
  })

  it('is larger for a warning of one sentence, and as the rule says for a long one', () => {
    const { plan, room } = full('television')
    const scale = (weight: number) =>
      textScale(plan, room, { title: '暴雨预警', paragraphs: [weight], tone: 'EMERGENCY' })
    expect(scale(12)).toBeGreaterThan(1)
    expect(scale(400)).toBe(1)
  })
})

describe('the page with the code', () => {
  const words = ['关于11月25日停电检修的通知', '扫码看全文']

  it('has the words beside the code on a screen that lies, and above it on an upright one', () => {
    const plan = (glass: Glass) =>
      codePagePlan({ ...full(glass), geometry: GLASSES[glass], modules: 49, words })
    expect(plan('television')).toMatchObject({ beside: true })
    expect(plan('upright')).toMatchObject({ beside: false })
    expect(plan('wall')).toBeNull()
  })
})

describe('a title in another script', () => {
  const at = (glass: Glass, title: string, direction: 'VERTICAL_LR' | 'LTR') =>
    otherTitlePlace({ ...full(glass), title, direction, chinese: '停电通知' })

  it('has a column beside the notice while that takes little room, a page of its own when it takes more', () => {
    expect(at('television', 'ᠮᠡᠳᠡᠭᠳᠡᠯ', 'VERTICAL_LR')).toBe('BESIDE')
    expect(at('television', 'ᠮᠡᠳᠡᠭᠳᠡᠯ'.repeat(9), 'VERTICAL_LR')).toBe('PAGE')
  })

  it('stands with the Chinese one where it is written in lines', () => {
    expect(at('television', 'བརྡ་ཐོ།', 'LTR')).toBe('STACKED')
  })

  it('is left to the touch screen where its letters could not be told apart', () => {
    expect(at('wall', 'ᠮᠡᠳᠡᠭᠳᠡᠯ', 'VERTICAL_LR')).toBe('NONE')
  })
})

describe('the width of a text', () => {
  it('counts Latin letters and digits as a little over half a Han character', () => {
    expect(textWeight('公示')).toBe(2)
    expect(textWeight('2026')).toBeCloseTo(2.24)
  })
})
