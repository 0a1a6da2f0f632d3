import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '../../../domain/duty/calendar/working-calendar.ts'
import type { CalendarPreview } from '../../../server/duty/views.ts'
import { runText, weekdayOf } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type DayRun, dayRuns } from './day-runs.ts'
import { fingerprintText } from './fingerprint-text.ts'

type PreviewYear = CalendarPreview['years'][number]

function RunLine({ run, year }: { readonly run: DayRun; readonly year: number }) {
  const { t, i18n } = useTranslation('calendar')
  const weekdays = t('sheet.weekdays').split(' ')
  return (
    <tr>
      <td>{run.name}</td>
      <td className="nowrap">{runText(run.from, run.to, `${year}-01-01`, i18n.language)}</td>
      <td className="nowrap sub">
        {run.count === 1 && t('update.weekday', { weekday: weekdays[weekdayOf(run.from) - 1] ?? '' })}
      </td>
      <td className={run.kind === 'HOLIDAY' ? 'nowrap rest' : 'nowrap work'}>
        {t(`update.run.${run.kind}`, { count: run.count })}
      </td>
    </tr>
  )
}

function Days(props: {
  readonly title: string
  readonly days: readonly CalendarDay[]
  readonly year: number
}) {
  const { t } = useTranslation('calendar')
  const { title, days, year } = props
  if (days.length === 0) return null
  return (
    <table className="plain runs">
      <caption>{title}</caption>
      <thead className="hidden-text">
        <tr>
          <th scope="col">{t('update.rowName')}</th>
          <th scope="col">{t('local.date')}</th>
          <th scope="col">{t('update.weekdayHead')}</th>
          <th scope="col">{t('local.kind')}</th>
        </tr>
      </thead>
      <tbody>
        {dayRuns(days).map((run) => (
          <RunLine key={`${run.from} ${run.kind}`} run={run} year={year} />
        ))}
      </tbody>
    </table>
  )
}

function Year({ year }: { readonly year: PreviewYear }) {
  const { t } = useTranslation('calendar')
  const { days, added, removed } = year
  const count = (kind: CalendarDay['kind']) => days.filter((day) => day.kind === kind).length
  const allNew = added.length === days.length
  return (
    <section>
      <h3>
        {t('update.yearDays', {
          year: year.year,
          holidays: count('HOLIDAY'),
          workdays: count('WORKDAY'),
        })}
      </h3>
      <p className="sub breakable">{t('source', { source: year.source })}</p>
      {year.warnings.map((warning) => (
        <p key={warning} className="doubt">
          {t(`update.warning.${warning}`)}
        </p>
      ))}
      {added.length + removed.length === 0 && <p>{t('update.same')}</p>}
      <Days title={t(allNew ? 'update.allNew' : 'update.added')} days={added} year={year.year} />
      <Days title={t('update.removed')} days={removed} year={year.year} />
    </section>
  )
}

function Signature({ signature }: { readonly signature: CalendarPreview['signature'] }) {
  const { t } = useTranslation('calendar')
  switch (signature.state) {
    case 'KNOWN':
      return <p className="good">{t('update.signedKnown', { name: signature.name })}</p>
    case 'UNKNOWN_KEY':
      return (
        <>
          <p>{t('update.signedUnknown')}</p>
          <p>
            {t('update.fingerprint')}
            <code className="fingerprint">{fingerprintText(signature.fingerprint)}</code>
          </p>
        </>
      )
    case 'UNSIGNED':
      return <p>{t('update.unsigned')}</p>
  }
}

type Props = {
  readonly preview: CalendarPreview
  /** Typed in here, not a file: there is nothing that could have been signed. */
  readonly typed: boolean
  readonly mayTake: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly take: (consent: { confirmed: boolean; keyName: string }) => void
  readonly back: () => void
}

/** What an update would change, who signed it, and the consent it needs. */
export function PreviewCard({ preview, typed, mayTake, busy, error, take, back }: Props) {
  const { t } = useTranslation('calendar')
  const [confirmed, setConfirmed] = useState(false)
  const [keyName, setKeyName] = useState('')
  const { signature } = preview
  const trusted = signature.state === 'KNOWN'
  const unknown = signature.state === 'UNKNOWN_KEY'
  const changes = preview.years.some((year) => year.added.length + year.removed.length > 0)
  const ready = trusted || (confirmed && (!unknown || keyName.trim() !== ''))
  return (
    <div className="calendar-preview">
      {preview.years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      {changes && (
        <section>
          {typed ? <p>{t('update.typed')}</p> : <Signature signature={signature} />}
          {unknown && mayTake && (
            <label className="key-name">
              {t('update.keyName')}
              <Input
                value={keyName}
                maxLength={60}
                placeholder={t('update.keyNameExample')}
                onChange={(event) => setKeyName(event.target.value)}
              />
            </label>
          )}
          {!trusted && mayTake && (
            <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
              {t(unknown ? 'update.confirmedKey' : 'update.confirmed')}
            </Checkbox>
          )}
          {!mayTake && <p className="sub">{t('update.mayNot')}</p>}
        </section>
      )}
      <RefusalMessage error={error} />
      <div className="row">
        {mayTake && changes && (
          <Button
            type="primary"
            disabled={!ready}
            loading={busy}
            onClick={() => take({ confirmed, keyName: keyName.trim() })}
          >
            {t('update.take')}
          </Button>
        )}
        <Button autoFocus onClick={back}>
          {t(typed ? 'update.back' : 'update.cancel')}
        </Button>
      </div>
    </div>
  )
}
