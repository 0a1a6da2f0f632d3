import { Segmented } from 'antd'
import { useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenPane } from '../../../domain/signage/screen.ts'
import { panesOf } from '../../../domain/signage/screen-panes.ts'
import { weekPlan, type WeekSpan } from '../../../domain/signage/week-plan.ts'
import type { ScreenView } from '../../../server/signage/views.ts'
import { useBoardDay } from '../duty/use-board-day.ts'
import { useWindowWords } from './use-window-words.ts'

const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24]
const DAY_MS = 86_400_000
// A span lower than this has no room for its name; it is told when it is pointed at.
const LEAST_NAMED = 50

function minuteText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The Monday of the week a day is in. */
function mondayOf(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  const back = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - back * DAY_MS).toISOString().slice(0, 10)
}

function Span({ span, view, order }: { span: WeekSpan; view: ScreenView; order: readonly string[] }) {
  const { t } = useTranslation('screen')
  const { subscriptionIds } = span
  const closed = subscriptionIds === 'CLOSED'
  const names = closed
    ? t('week.closed')
    : subscriptionIds.length === 0
      ? t('week.nothing')
      : [...new Set(subscriptionIds.map((id) => view.columnNames[id] ?? ''))].join(t('week.and'))
  const tone = closed ? 'closed' : String(order.indexOf(subscriptionIds.join(' ')) % 6)
  const time = `${minuteText(span.from)}—${minuteText(span.to)}`
  return (
    <li
      className={`sc-span sc-tone-${!closed && subscriptionIds.length === 0 ? 'nothing' : tone}`}
      style={{ '--from': span.from, '--long': span.to - span.from } as CSSProperties}
      title={`${time}　${names}`}
    >
      {span.to - span.from >= LEAST_NAMED ? (
        <>
          <span className="sc-span-time">{time}</span> <span>{names}</span>
        </>
      ) : (
        <span className="hidden-text">{`${time} ${names}`}</span>
      )}
    </li>
  )
}

/** A calm timetable of one week: which columns each part of the screen is meant for, hour by hour. */
export function WeekView({ view }: { readonly view: ScreenView }) {
  const { t } = useTranslation(['screen', 'terms'])
  const { dayText } = useWindowWords()
  const { today } = useBoardDay()
  const panes = panesOf(view.screen.layout)
  const [chosen, choose] = useState<ScreenPane | null>(null)
  const pane = chosen !== null && panes.includes(chosen) ? chosen : (panes[0] ?? 'MAIN')
  if (today === '') return null
  const spans = weekPlan(view.screen, pane, mondayOf(today))
  const dates = [...new Set(spans.map(({ date }) => date))]
  const order = [
    ...new Set(spans.flatMap(({ subscriptionIds: ids }) => (ids === 'CLOSED' ? [] : [ids.join(' ')]))),
  ].filter((key) => key !== '')
  return (
    <section className="card">
      <h2>
        {t('screen:week.title')}
        {panes.length > 1 ? (
          <Segmented
            size="small"
            value={pane}
            options={panes.map((value) => ({ value, label: t(`terms:screenPane.${value}`) }))}
            onChange={choose}
          />
        ) : null}
      </h2>
      <div className="card-body">
        <p className="sub sc-first">{t('screen:week.meaning')}</p>
        <div className="sc-week">
          <ul className="sc-hours" aria-hidden>
            {HOURS.map((hour) => (
              <li key={hour} style={{ '--from': hour * 60 } as CSSProperties}>
                {minuteText(hour * 60)}
              </li>
            ))}
          </ul>
          {dates.map((date, index) => (
            <div key={date} className={date === today ? 'sc-day sc-today' : 'sc-day'}>
              <h3>
                {dayText(index + 1)} <span className="sub">{date.slice(5).replace('-', '/')}</span>
              </h3>
              <ul>
                {spans
                  .filter((span) => span.date === date)
                  .map((span) => (
                    <Span key={span.from} span={span} view={view} order={order} />
                  ))}
              </ul>
            </div>
          ))}
        </div>
      </div>
    </section>
  )
}
