import { useTranslation } from 'react-i18next'
import type { CalendarYearView } from '../../../server/duty/views.ts'
import { monthWeeks, type SheetDay } from './month-days.ts'

function Day({ day, today }: { readonly day: SheetDay | null; readonly today: string }) {
  const { t } = useTranslation('calendar')
  if (day === null) return <td />
  const now = day.date === today
  const said = day.rest ? t('sheet.rest') : t('sheet.work')
  const classes = [
    day.rest ? 'rest' : 'work',
    day.turned ? 'turned' : '',
    day.local ? 'local' : '',
    now ? 'today' : '',
  ]
  const heard = [
    now ? t('sheet.today') : '',
    day.local ? t('sheet.local') : '',
    day.turned ? `${day.name} ${said}` : '',
  ]
  return (
    <td
      className={classes.filter(Boolean).join(' ')}
      title={[day.date, day.name, said].filter(Boolean).join(' ')}
      {...(now && { 'aria-current': 'date' as const })}
    >
      {day.day}
      <span className="hidden-text">{heard.filter(Boolean).join(' ')}</span>
      {day.turned && <i aria-hidden="true">{day.rest ? t('sheet.restSign') : t('sheet.workSign')}</i>}
    </td>
  )
}

type MonthProps = { readonly year: CalendarYearView; readonly month: number; readonly today: string }

function Month({ year, month, today }: MonthProps) {
  const { t } = useTranslation('calendar')
  const weekdays = t('sheet.weekdays').split(' ')
  return (
    <table className="year-month">
      <caption>{t('sheet.months').split(' ')[month - 1]}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(year, month).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, place) => (
              <Day key={day?.date ?? place} day={day} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Legend({ year, today }: { readonly year: CalendarYearView; readonly today: string }) {
  const { t } = useTranslation('calendar')
  return (
    <p className="year-legend" aria-hidden="true">
      <span>
        <i className="rest turned">{t('sheet.restSign')}</i> {t('sheet.rest')}
      </span>
      <span>
        <i className="work turned">{t('sheet.workSign')}</i> {t('sheet.work')}
      </span>
      {year.localDays.length > 0 && (
        <span>
          <i className="local" /> {t('sheet.local')}
        </span>
      )}
      {today.startsWith(`${year.year}-`) && (
        <span>
          <i className="today" /> {t('sheet.today')}
        </span>
      )}
    </p>
  )
}

/** A whole year on one sheet: rest days in red, 休 and 班 where a day is not what its weekday says. */
export function YearSheet({ year, today }: { readonly year: CalendarYearView; readonly today: string }) {
  return (
    <>
      <Legend year={year} today={today} />
      <div className="year-sheet">
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={index} year={year} month={index + 1} today={today} />
        ))}
      </div>
    </>
  )
}
