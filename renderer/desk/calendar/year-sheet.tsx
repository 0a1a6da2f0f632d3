import { useTranslation } from 'react-i18next'
import type { CalendarYearView } from '../../../server/duty/views.ts'
import { monthWeeks, type SheetDay } from './month-days.ts'

function Day({ day }: { readonly day: SheetDay | null }) {
  const { t } = useTranslation('calendar')
  if (day === null) return <td />
  const said = day.rest ? t('sheet.rest') : t('sheet.work')
  const classes = [day.rest ? 'rest' : 'work', day.turned ? 'turned' : '', day.local ? 'local' : '']
  return (
    <td className={classes.join(' ').trim()} title={[day.date, day.name, said].filter(Boolean).join(' ')}>
      <span aria-hidden="true">{day.day}</span>
      {day.turned && <i aria-hidden="true">{day.rest ? t('sheet.restSign') : t('sheet.workSign')}</i>}
      <span className="hidden-text">{`${day.day} ${day.turned ? `${day.name} ${said}` : ''}`}</span>
    </td>
  )
}

function Month({ year, month }: { readonly year: CalendarYearView; readonly month: number }) {
  const { t } = useTranslation('calendar')
  const weekdays = t('sheet.weekdays').split(' ')
  return (
    <table className="year-month">
      <caption>{t('sheet.month', { month })}</caption>
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
              <Day key={day?.date ?? place} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A whole year on one sheet: rest days tinted, 休 and 班 where a day is not what its weekday says. */
export function YearSheet({ year }: { readonly year: CalendarYearView }) {
  return (
    <div className="year-sheet">
      {Array.from({ length: 12 }, (_, index) => (
        <Month key={index} year={year} month={index + 1} />
      ))}
    </div>
  )
}
