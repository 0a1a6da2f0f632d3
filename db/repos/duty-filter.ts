import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { DutyState } from '../../domain/duty/duty.ts'
import type { Moment } from '../../domain/duty/duty-state.ts'
import type { CivilDate } from '../../domain/notice/content.ts'

/** Which duties are meant; what is left out does not matter. `from` and `to` are days on which they are due. */
export type DutyFilter = {
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly unitId?: string | undefined
  readonly regime?: Regime | undefined
  /** Id of the person in charge; `none` for those nobody is in charge of. */
  readonly person?: string | undefined
  readonly itemId?: string | undefined
  readonly states?: readonly DutyState[] | undefined
  /** Words in the title. */
  readonly words?: string | undefined
}

/** Where a list goes on. */
export type DutyCursor = { readonly due: CivilDate; readonly id: string }

/** SQL with its named values. */
export type SqlPart = {
  readonly sql: string
  readonly values: Readonly<Record<string, string | number | null>>
}

const LATE = `CASE WHEN d.due_at IS NOT NULL AND date(d.closed_at, '+8 hours') = d.closed_on
  THEN d.closed_at > d.due_at ELSE d.closed_on > d.due END`

// Of an open duty; needs nothing but what stands in the index of open duties.
const OPEN_SQL = `CASE
    WHEN d.due < $today OR d.due_at < $now THEN 'OVERDUE' WHEN d.due <= $soonUntil THEN 'DUE_SOON' ELSE 'OPEN' END`

/**
 * The state of a duty as SQL: the same rule as `dutyState`, for counting thousands; a test holds the two to one another.
 * Takes `$today`, `$now` and `$soonUntil`.
 */
export const STATE_SQL = `CASE
  WHEN d.closing IS NULL THEN ${OPEN_SQL}
  WHEN d.closing = 'WAIVED' THEN 'WAIVED'
  WHEN d.closed_clock_doubt = 1 THEN 'DONE_UNCONFIRMED'
  WHEN d.closing = 'NIL' THEN CASE WHEN ${LATE} THEN 'NIL_REPORTED_LATE' ELSE 'NIL_REPORTED' END
  WHEN ${LATE} THEN 'DONE_LATE' ELSE 'DONE' END`

const OPEN_STATES: readonly DutyState[] = ['OPEN', 'DUE_SOON', 'OVERDUE']

/**
 * The conditions of a filter on the table `duty d`. Where only open duties are meant it says so in the words of the index
 * that holds them.
 * @example conditionsOf({ unitId: 'township' }, moment).sql // 'd.unit_id = $unitId'
 */
export function conditionsOf(filter: DutyFilter, moment: Moment): SqlPart {
  const parts: string[] = []
  const values: Record<string, string | number | null> = {}
  const add = (sql: string, named: Record<string, string> = {}): void => {
    parts.push(sql)
    Object.assign(values, named)
  }
  const { from, to, unitId, regime, person, itemId, words } = filter
  const states = filter.states ?? []
  if (states.length > 0) {
    const onlyOpen = states.every((state) => OPEN_STATES.includes(state))
    const allOpen = OPEN_STATES.every((state) => states.includes(state))
    if (onlyOpen) add('d.closing IS NULL')
    if (!onlyOpen || !allOpen) {
      const names = states.map((_, index) => `$state${index}`)
      add(`${onlyOpen ? OPEN_SQL : STATE_SQL} IN (${names.join(', ')})`)
      Object.assign(
        values,
        moment,
        Object.fromEntries(states.map((state, index) => [`state${index}`, state])),
      )
    }
    if (onlyOpen && !states.includes('OPEN')) add('d.due <= $soonUntil')
  }
  if (from !== undefined) add('d.due >= $from', { from })
  if (to !== undefined) add('d.due <= $to', { to })
  if (unitId !== undefined) add('d.unit_id = $unitId', { unitId })
  if (regime !== undefined) add('d.regime = $regime', { regime })
  if (person === 'none') add('d.assignee_id IS NULL')
  else if (person !== undefined) add('d.assignee_id = $person', { person })
  if (itemId !== undefined) add('d.item_id = $itemId', { itemId })
  if (words !== undefined && words !== '') {
    add('(d.title LIKE $words OR d.event LIKE $words)', { words: `%${words.replaceAll(/[%_]/g, '')}%` })
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), values }
}
