import { describe, expect, it } from 'vitest'
import { disclosureScopeOf } from '../../../domain/catalogue/disclosure-scope.ts'

const ROW = {
  channels: ['政府网站', '村公示栏'],
  audience: 'ALL',
  audienceNote: '',
  disclosureMode: 'PROACTIVE',
} as const
const GROUP = { ...ROW, audience: 'SPECIFIC_GROUP' } as const

describe('how far an item may go', () => {
  it('is for everybody when the whole society is ticked, or nobody said anything', () => {
    expect(disclosureScopeOf(ROW)).toBe('PUBLIC')
    expect(disclosureScopeOf({ ...ROW, audience: 'UNSTATED' })).toBe('PUBLIC')
    expect(disclosureScopeOf({ ...ROW, disclosureMode: 'ON_REQUEST' })).toBe('PUBLIC')
  })

  it('is for a circle when a specific group is ticked', () => {
    expect(disclosureScopeOf(GROUP)).toBe('LIMITED_CIRCLE')
    expect(disclosureScopeOf({ ...GROUP, audienceNote: '（本村）' })).toBe('LIMITED_CIRCLE')
    expect(disclosureScopeOf({ ...GROUP, channels: ['精准推送', '村公示栏'] })).toBe('LIMITED_CIRCLE')
  })

  it('is for the persons named when nothing but 精准推送 is ticked, whatever else is', () => {
    expect(disclosureScopeOf({ ...ROW, channels: ['精准推送'] })).toBe('NAMED_PERSONS')
    expect(disclosureScopeOf({ ...ROW, channels: ['精准推送（短信）'] })).toBe('NAMED_PERSONS')
    expect(disclosureScopeOf({ ...ROW, channels: [] })).toBe('PUBLIC')
  })

  it('is for the persons named when a group gets it on request', () => {
    expect(disclosureScopeOf({ ...GROUP, disclosureMode: 'ON_REQUEST' })).toBe('NAMED_PERSONS')
  })

  it.each(['申请人', '申请人、受指派人员', '（当事人）', '本人'])(
    'is for the persons named: %s',
    (audienceNote) => {
      expect(disclosureScopeOf({ ...GROUP, audienceNote })).toBe('NAMED_PERSONS')
    },
  )
})
