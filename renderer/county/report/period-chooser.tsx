import { Button, Input } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

/** Civil dates, the first and the last. */
export type Period = { readonly from: string; readonly to: string }

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** Today in Asia/Shanghai. */
export function today(): string {
  return DAY.format(Date.now())
}

/** The year a day lies in, up to its end. */
export function yearOf(day: string, back = 0): Period {
  const year = Number(day.slice(0, 4)) - back
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31']

/** The quarter a day lies in. */
export function quarterOf(day: string): Period {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  const month = String(quarter * 3 + 1).padStart(2, '0')
  return { from: `${day.slice(0, 4)}-${month}-01`, to: `${day.slice(0, 4)}-${LAST_DAYS[quarter] ?? ''}` }
}

type Props = { readonly period: Period; readonly onChange: (period: Period) => void }

/** From which day to which; the usual periods by one press. */
export function PeriodChooser({ period, onChange }: Props) {
  const { t } = useTranslation('county')
  const now = today()
  const usual = [
    { name: t('period.year'), period: yearOf(now) },
    { name: t('period.quarter'), period: quarterOf(now) },
    { name: t('period.lastYear'), period: yearOf(now, 1) },
  ]
  return (
    <div className="filter" role="group" aria-label={t('period.title')}>
      {(['from', 'to'] as const).map((end) => (
        <Fragment key={end}>
          <label htmlFor={`period-${end}`}>{t(`period.${end}`)}</label>
          <Input
            id={`period-${end}`}
            type="date"
            className="day"
            value={period[end]}
            {...(end === 'from' ? { max: period.to } : { min: period.from })}
            onChange={(event) =>
              event.target.value !== '' && onChange({ ...period, [end]: event.target.value })
            }
          />
        </Fragment>
      ))}
      {usual.map((one) => (
        <Button
          key={one.name}
          aria-pressed={one.period.from === period.from && one.period.to === period.to}
          onClick={() => onChange(one.period)}
        >
          {one.name}
        </Button>
      ))}
    </div>
  )
}
