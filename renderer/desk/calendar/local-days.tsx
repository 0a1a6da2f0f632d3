import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText, weekdayOf } from '../../shared/duty/day-text.ts'
import { type LocalDay, NewLocalDay, RemoveLocalDay } from './local-day-dialogs.tsx'

type LineProps = {
  readonly day: LocalDay
  readonly today: string
  /** Takes the day back; null for those who may not. */
  readonly remove: (() => void) | null
}

function Line({ day, today, remove }: LineProps) {
  const { t, i18n } = useTranslation('calendar')
  const weekday = t('sheet.weekdays').split(' ')[weekdayOf(day.date) - 1] ?? ''
  const date = dayText(day.date, today, i18n.language)
  return (
    <li>
      <span className="local-day">
        <span className="nowrap">
          <b>{date}</b> <span className="sub">{t('update.weekday', { weekday })}</span>{' '}
          <span className={day.kind === 'HOLIDAY' ? 'rest' : 'work'}>{t(`local.${day.kind}`)}</span>
        </span>
        <span className="breakable">{day.name}</span>
        <span className="sub breakable">{day.reason}</span>
      </span>
      {remove !== null && (
        <Button size="small" onClick={remove} aria-label={t('local.removeOf', { date })}>
          {t('local.remove')}
        </Button>
      )}
    </li>
  )
}

type Props = {
  readonly days: readonly LocalDay[]
  readonly year: number
  readonly today: string
  readonly mayChange: boolean
}

/** Local rest and working days of the year shown; those that are over stand folded. */
export function LocalDays({ days, year, today, mayChange }: Props) {
  const { t } = useTranslation('calendar')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<LocalDay | null>(null)
  const past = days.filter((day) => day.date < today)
  const lines = (shown: readonly LocalDay[]) => (
    <ul className="calendar-list">
      {shown.map((day) => (
        <Line key={day.id} day={day} today={today} remove={mayChange ? () => setRemoving(day) : null} />
      ))}
    </ul>
  )
  return (
    <section className="card">
      <h2>
        {t('local.title')}
        {mayChange && <Button onClick={() => setAdding(true)}>{t('local.add')}</Button>}
      </h2>
      <div className="card-body local-days">
        <p className="sub">{t('local.sub')}</p>
        {days.length === 0 && <p className="sub">{t('local.none', { year })}</p>}
        {lines(days.filter((day) => day.date >= today))}
        {past.length > 0 && (
          <details className="calendar-older">
            <summary>{t('local.past', { count: past.length })}</summary>
            {lines(past)}
          </details>
        )}
      </div>
      {adding && <NewLocalDay year={year} close={() => setAdding(false)} />}
      {removing !== null && <RemoveLocalDay day={removing} close={() => setRemoving(null)} />}
    </section>
  )
}
