import { useTranslation } from 'react-i18next'
import { DUTY_STATES, type DutyState } from '../../../domain/duty/duty.ts'
import type { DutyCalendar } from '../../../server/duty/views.ts'
import { dayText, weekdayOf } from '../../shared/duty/day-text.ts'
import { periodWords, unitAnd } from '../../shared/duty/duty-name.ts'
import type { DutyT } from '../../shared/duty/explain.ts'
import { useGridKeys, type CellProps } from './grid-keys.ts'
import { weeksOf } from './span.ts'
import { TONE_OF } from './state-tone.ts'

type Day = DutyCalendar['days'][number]

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const NAMED = 3

function countsOf(day: Day): readonly (readonly [DutyState, number])[] {
  return DUTY_STATES.flatMap((state) => {
    const count = day.counts[state] ?? 0
    return count === 0 ? [] : [[state, count] as const]
  })
}

function restWord(day: Day, t: DutyT): string {
  switch (day.reason) {
    case 'HOLIDAY':
    case 'LOCAL_HOLIDAY':
      return day.name
    case 'MAKE_UP_WORKDAY':
    case 'LOCAL_WORKDAY':
      return t('duty:calendar.works')
    case 'WEEKEND':
    case 'WEEKDAY':
      return ''
  }
}

/** One character for a small cell: whether the day differs from its weekday. */
function restMark(day: Day, t: DutyT): string {
  return day.working ? t('duty:calendar.markWorks') : t('duty:calendar.markRests')
}

type CellOf = {
  readonly day: Day
  readonly today: string
  readonly outside: boolean
  readonly chosen: boolean
  readonly small: boolean
  readonly choose: (date: string) => void
  readonly keys: CellProps
}

function DayCell({ day, today, outside, chosen, small, choose, keys }: CellOf) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const counts = countsOf(day)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const late = (day.counts.OVERDUE ?? 0) > 0
  const rest = restWord(day, t)
  const spoken = [
    dayText(day.date, today, i18n.language),
    t(`duty:weekday.${weekdayOf(day.date)}`),
    day.working ? t('duty:calendar.working') : t('duty:calendar.resting'),
    rest,
    day.covered ? '' : t('duty:calendar.uncovered'),
    total === 0 ? t('duty:calendar.nothing') : t('duty:calendar.total', { count: total }),
    ...(small && late ? [t('duty:villages.lateOf', { count: day.counts.OVERDUE ?? 0 })] : []),
  ].filter((word) => word !== '')
  const classes = [
    'dc-day',
    day.working ? '' : 'dc-rest',
    outside ? 'dc-outside' : '',
    day.date === today ? 'dc-today' : '',
  ].join(' ')
  return (
    <td role="gridcell" aria-selected={chosen} className={classes}>
      <button
        type="button"
        {...keys}
        {...(day.date === today ? { 'aria-current': 'date' as const } : {})}
        onClick={() => choose(day.date)}
      >
        <span className="hidden-text">{spoken.join(t('duty:explain.comma'))}</span>
        <span className="dc-number" aria-hidden="true">
          <b>{Number(day.date.slice(8))}</b>
          {rest !== '' && (
            <em className={day.working ? 'dc-works' : ''}>{small ? restMark(day, t) : rest}</em>
          )}
          {!day.covered && !small && <em>{t('duty:calendar.provisional')}</em>}
        </span>
        {small
          ? total > 0 && (
              <span aria-hidden="true" className={late ? 'dc-count dt-late-text' : 'dc-count'}>
                {total}
              </span>
            )
          : counts.map(([state, count]) => (
              <span key={state} className={`dc-state dc-${TONE_OF[state]}`}>
                {t('duty:calendar.stateCount', { state: t(`terms:dutyState.${state}`), count })}
              </span>
            ))}
        {!small &&
          day.duties.slice(0, NAMED).map((duty) => (
            <span key={duty.id} className="dc-duty">
              {unitAnd(duty.unit, duty.title, t)}
            </span>
          ))}
      </button>
    </td>
  )
}

type Props = {
  readonly month: string
  readonly days: ReadonlyMap<string, Day>
  readonly today: string
  readonly chosen: string | null
  readonly small: boolean
  readonly choose: (date: string) => void
}

/** A month as weeks; the arrow keys walk from day to day, Enter shows what is due on the day. */
export function MonthGrid({ month, days, today, chosen, small, choose }: Props) {
  const { t } = useTranslation(['duty', 'terms'])
  const weeks = weeksOf(month)
  const flat = weeks.flat()
  const from = Math.max(0, flat.indexOf(chosen ?? `${month}-01`))
  const keys = useGridKeys(
    { rows: weeks.length, columns: 7 },
    { row: Math.floor(from / 7), column: from % 7 },
  )
  const name = periodWords(month, '', t)
  return (
    <table role="grid" className={small ? 'dc-month dc-small' : 'dc-month'} aria-label={name}>
      {small && <caption>{periodWords(month, today, t)}</caption>}
      <thead>
        <tr role="row">
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} role="columnheader" scope="col" className={weekday > 5 ? 'dc-weekend' : ''}>
              <abbr title={t(`duty:weekday.${weekday}`)}>{t(`duty:weekdayShort.${weekday}`)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={week[0]} role="row">
            {week.map((date, column) => {
              const day = days.get(date)
              return day === undefined || (small && date.slice(0, 7) !== month) ? (
                <td key={date} role="gridcell" className="dc-day" />
              ) : (
                <DayCell
                  key={date}
                  day={day}
                  today={today}
                  outside={date.slice(0, 7) !== month}
                  chosen={date === chosen}
                  small={small}
                  choose={choose}
                  keys={keys(row, column)}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
