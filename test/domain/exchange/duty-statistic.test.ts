import { expect, it } from 'vitest'
import { isWrittenAhead, statisticsFrom } from '../../../domain/exchange/duty-statistic.ts'

it('A package counts the duties due from the first of January of the year before', () => {
  expect(statisticsFrom('2026-11-22')).toBe('2025-01-01')
  expect(statisticsFrom('2027-01-01')).toBe('2026-01-01')
  expect(statisticsFrom('0000-01-01')).toBe('0000-01-01')
})

it('A clock that is a day fast is no fault; one that is further ahead counts nothing', () => {
  expect(isWrittenAhead('2026-11-22', '2026-11-22')).toBe(false)
  expect(isWrittenAhead('2027-01-01', '2026-12-31')).toBe(false)
  expect(isWrittenAhead('2027-01-02', '2026-12-31')).toBe(true)
  expect(isWrittenAhead('1990-01-01', '2026-12-31')).toBe(false)
})
