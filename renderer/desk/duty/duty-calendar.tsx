import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DutyCalendar } from '../../../server/duty/views.ts'
import { listDuties, type DutyScope } from '../api/duty-api.ts'
import { DutyLines } from '../today/today-list.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { dayText, weekdayOf } from '../../shared/duty/day-text.ts'
import { DUTIES_KEY } from './duty-keys.ts'
import { useDutyScope } from './duty-scope.ts'
import { instantOf } from './use-board-day.ts'
import { MonthGrid } from './month-grid.tsx'

type DayProps = { readonly day: string; readonly today: string; readonly scope: DutyScope }

/** What is due on one day. */
function DayDuties({ day, today, scope }: DayProps) {
  const { t, i18n } = useTranslation('duty')
  const list = useQuery({
    queryKey: [...DUTIES_KEY, 'day', day, scope],
    queryFn: ({ signal }) => listDuties({ ...scope, from: day, to: day }, signal),
    staleTime: 0,
  })
  const title = t('calendar.dayTitle', {
    day: dayText(day, today, i18n.language),
    weekday: t(`weekday.${weekdayOf(day)}`),
  })
  return (
    <section className="card" aria-labelledby="calendar-day">
      <h2>
        <span id="calendar-day" className="strong">
          {title}
        </span>
      </h2>
      <QueryBody query={list}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="td-none">{t('calendar.dayEmpty')}</p>
          ) : (
            <>
              <DutyLines
                rows={page.items}
                today={page.footing.today}
                now={Date.parse(instantOf(page.footing.clock))}
              />
              {page.total > page.items.length && (
                <p className="td-none">{t('calendar.dayMore', { count: page.total - page.items.length })}</p>
              )}
            </>
          )
        }
      </QueryBody>
    </section>
  )
}

type Props = {
  readonly query: UseQueryResult<DutyCalendar>
  readonly months: readonly string[]
  readonly today: string
  readonly scope: DutyScope
}

/** One month large, or three small, and below them the chosen day. */
export function DutyCalendarView({ query, months, today, scope }: Props) {
  const { query: words, change } = useDutyScope()
  const asked = words.get('day')
  const chosen =
    asked !== null && months.includes(asked.slice(0, 7))
      ? asked
      : months.includes(today.slice(0, 7))
        ? today
        : null
  return (
    <QueryBody query={query}>
      {(data) => {
        const days = new Map(data.days.map((day) => [day.date, day]))
        return (
          <>
            <div className={months.length > 1 ? 'dc-months' : ''} aria-busy={query.isFetching}>
              {months.map((month) => (
                <MonthGrid
                  key={month}
                  month={month}
                  days={days}
                  today={today}
                  chosen={chosen}
                  small={months.length > 1}
                  choose={(day) => change({ day })}
                />
              ))}
            </div>
            {chosen !== null && <DayDuties key={chosen} day={chosen} today={today} scope={scope} />}
          </>
        )
      }}
    </QueryBody>
  )
}
