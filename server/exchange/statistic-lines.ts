import type { StoredDutyLine } from '../../db/repos/statistic-repo.ts'
import type { Reads } from '../../db/store.ts'
import { dutyState, momentOf } from '../../domain/duty/duty-state.ts'
import { statisticsFrom, type DutyStatistic } from '../../domain/exchange/duty-statistic.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'
import { todayOf } from '../duty/today.ts'

/** An interpretation is named after its policy document: once that must not be read any more, its index number stands for it. */
function titleOf(line: StoredDutyLine): string {
  return line.policyHidden ? (line.policyIndexNumber ?? line.id) : line.title
}

/** Thousands of duties are of a few hundred items. */
function catalogueWords(read: Pick<Reads, 'catalogue'>): (itemId: string) => DutyStatistic['catalogue'] {
  const known = new Map<string, DutyStatistic['catalogue']>()
  return (itemId) => {
    const before = known.get(itemId)
    if (before !== undefined) return before
    const item = read.catalogue.item(itemId)
    const words = item ? { name: item.catalogueName, level1: item.itemLevel1, level2: item.itemLevel2 } : null
    known.set(itemId, words)
    return words
  }
}

/**
 * All duties a package counts, one at a time, as they stand at an instant: what was due and when it was done. Reasons, people and what
 * happened (`event`) stay in the office.
 * @example for (const line of statisticLines(read, now)) …
 */
export function* statisticLines(
  read: Pick<Reads, 'statistic' | 'catalogue' | 'calendar' | 'audit' | 'office'>,
  now: string,
): Generator<DutyStatistic> {
  const today = todayOf(read, now)
  const moment = momentOf(today.today, today.now, calendarOf(read))
  const office = read.office.office()?.name ?? ''
  const catalogueOf = catalogueWords(read)
  for (const line of read.statistic.duties(statisticsFrom(today.today))) {
    yield {
      format: 'board-duty-statistic/1',
      dutyId: line.id,
      regime: line.regime,
      catalogue: line.itemId === null ? null : catalogueOf(line.itemId),
      unit: line.unitKind === 'TOWNSHIP' ? office : line.unitName,
      title: titleOf(line),
      period: line.period,
      due: line.due,
      state: dutyState(line, moment),
      closedOn: line.closing?.on ?? null,
      indexNumber: line.closing === null ? null : line.indexNumber,
    }
  }
}
