import { describe, expect, it } from 'vitest'
import { checkPublishTime, clockState } from '../../../domain/notice/publish-time.ts'
import { retainUntil, retentionOf } from '../../../domain/notice/retention.ts'

const NOW = '2026-11-23T01:42:30.000Z'

describe('the minute of publication', () => {
  it.each([
    ['2026-11-23T01:43:00.000Z', true],
    ['2027-11-23T01:42:00.000Z', true],
    ['2026-11-23T01:42:00.000Z', false],
    ['2027-11-25T01:42:00.000Z', false],
    ['2026-11-24T01:43:10.000Z', false],
  ])('%s can be set: %s', (publishAt, fits) => {
    expect(checkPublishTime({ publishAt, now: NOW, expiresAt: null }).ok).toBe(fits)
  })

  it('lies before the notice runs out', () => {
    const publishAt = '2026-11-24T00:00:00.000Z'
    const expiresAt = '2026-11-24T00:00:00.000Z'
    expect(checkPublishTime({ publishAt, now: NOW, expiresAt })).toMatchObject({
      code: 'notice.expires-past',
    })
  })
})

describe('a clock that nobody looks at', () => {
  it.each([
    [null, 'TRUSTED'],
    ['2026-11-23T01:42:30.000Z', 'TRUSTED'],
    ['2026-10-24T01:42:30.000Z', 'TRUSTED'],
    ['2026-11-23T01:42:31.000Z', 'BEHIND'],
    ['2026-10-22T01:42:30.000Z', 'AHEAD'],
  ] as const)('with the newest record at %s is %s', (newest, state) => {
    expect(clockState(NOW, newest)).toBe(state)
  })
})

describe('保管期限', () => {
  it('goes by the kind, unless the office has set one for the item', () => {
    expect([retentionOf('DECISION', null), retentionOf('NOTIFICATION', null)]).toEqual([
      'PERMANENT',
      'YEARS_10',
    ])
    expect(retentionOf('NOTIFICATION', 'PERMANENT')).toBe('PERMANENT')
  })

  it('counts from the year after publication', () => {
    expect(retainUntil('YEARS_10', '2026-01-02')).toBe('2036-12-31')
    expect(retainUntil('PERMANENT', '2026-01-02')).toBe(null)
  })
})
