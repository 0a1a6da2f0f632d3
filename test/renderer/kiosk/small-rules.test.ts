import { expect, test } from 'vitest'
import { clockGap } from '../../../renderer/kiosk/frame/clock-gap.ts'
import { civilDate, clockDay, clockTime, fileSize, rowDate } from '../../../renderer/kiosk/frame/format.ts'
import { firstGroups, groupSections } from '../../../renderer/kiosk/home/group-order.ts'
import { shorterWords } from '../../../renderer/kiosk/search/shorter-words.ts'
import { nextTextSize } from '../../../renderer/kiosk/frame/text-size.ts'

const now = Date.parse('2026-11-23T01:42:00Z')

test('the size key goes up to twice the standard and back to it', () => {
  expect(nextTextSize(1)).toBe(1.3)
  expect(nextTextSize(1.3)).toBe(1.6)
  expect(nextTextSize(1.6)).toBe(2)
  expect(nextTextSize(2)).toBe(1)
})

test('two clocks that differ by more than five minutes are both shown', () => {
  expect(clockGap('2026-11-23T01:47:00.000Z', now)).toBe(0)
  expect(clockGap('2026-11-23T01:47:01.000Z', now)).toBe(301_000)
  expect(clockGap('2020-01-01T00:00:00.000Z', now)).toBeLessThan(0)
  expect(clockGap('not a time', now)).toBe(0)
})

test('dates and times are those of the office, whatever zone the screen is set to', () => {
  expect(clockTime(now)).toBe('09:42')
  expect(clockTime(Date.parse('2026-11-22T16:00:00Z'))).toBe('00:00')
  expect(clockDay(now, 'zh-Hans')).toContain('11月23日')
  expect(civilDate('2026-03-05', 'zh-Hans')).toBe('2026年3月5日')
  expect(civilDate('2026-03-05', 'en')).toBe('5 March 2026')
})

test('a list leaves the year out only when it is this year', () => {
  expect(rowDate('2026-11-20', now, 'zh-Hans')).toBe('11月20日')
  expect(rowDate('2025-11-20', now, 'zh-Hans')).toBe('2025年11月20日')
  expect(rowDate('2027-01-01', Date.parse('2026-12-31T16:30:00Z'), 'zh-Hans')).toBe('1月1日')
})

test('sizes are told in KB and MB, and nothing is 0 KB', () => {
  expect(fileSize(1)).toBe('1 KB')
  expect(fileSize(123_456)).toBe('121 KB')
  expect(fileSize(3_456_789)).toBe('3.3 MB')
})

test('when nothing is found, shorter words of at least two characters are offered', () => {
  expect(shorterWords('低保公示名单')).toEqual(['低保', '名单'])
  expect(shorterWords('河西村 低保')).toEqual(['河西村', '低保'])
  expect(shorterWords('低保')).toEqual([])
  expect(shorterWords('𠮷野家')).toEqual(['𠮷野', '野家'])
})

const groups = Array.from({ length: 12 }, (_, index) => ({
  id: String(index),
  name: `栏目${String(index)}`,
  catalogueName: index < 7 ? '政务目录' : '村务目录',
  regime: 'GOV' as const,
  count: index % 3 === 0 ? 0 : index,
}))

test('the first page shows the groups that have something in them and leaves a place for all of them', () => {
  const shown = firstGroups(groups, 9)
  expect(shown).toHaveLength(8)
  expect(shown.every((group) => group.count > 0)).toBe(true)
  expect(firstGroups(groups.slice(0, 9), 9)).toHaveLength(9)
})

test('all groups stand under their catalogue in its order', () => {
  const sections = groupSections(groups)
  expect(sections.map((section) => section.catalogueName)).toEqual(['政务目录', '村务目录'])
  expect(sections.flatMap((section) => section.groups)).toHaveLength(12)
})
