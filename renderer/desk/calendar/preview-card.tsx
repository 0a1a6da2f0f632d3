import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDay } from '../../../domain/duty/working-calendar.ts'
import type { CalendarPreview } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'

function Days({ title, days }: { readonly title: string; readonly days: readonly CalendarDay[] }) {
  const { t } = useTranslation('calendar')
  if (days.length === 0) return null
  return (
    <p>
      <b>{title}</b> {days.map((day) => `${day.date} ${day.name}${t(`local.${day.kind}`)}`).join('；')}
    </p>
  )
}

function Signature({ signature }: { readonly signature: CalendarPreview['signature'] }) {
  const { t } = useTranslation('calendar')
  switch (signature.state) {
    case 'KNOWN':
      return <p className="good">{t('update.signedKnown', { name: signature.name })}</p>
    case 'UNKNOWN_KEY':
      return <p>{t('update.signedUnknown', { fingerprint: signature.fingerprint })}</p>
    case 'UNSIGNED':
      return <p>{t('update.unsigned')}</p>
  }
}

type Props = {
  readonly preview: CalendarPreview
  readonly mayTake: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly take: (consent: { confirmed: boolean; keyName: string }) => void
  readonly cancel: () => void
}

/** What an update would change, who signed it, and the consent it needs. */
export function PreviewCard({ preview, mayTake, busy, error, take, cancel }: Props) {
  const { t } = useTranslation('calendar')
  const [confirmed, setConfirmed] = useState(false)
  const [keyName, setKeyName] = useState('')
  const { signature } = preview
  const trusted = signature.state === 'KNOWN'
  const unknown = signature.state === 'UNKNOWN_KEY'
  const ready = trusted || (confirmed && (!unknown || keyName.trim() !== ''))
  return (
    <div className="calendar-preview" role="group" aria-label={t('update.previewTitle')}>
      <h3>{t('update.previewTitle')}</h3>
      {preview.years.map((year) => (
        <section key={year.year}>
          <p className="strong">
            {t('update.yearDays', {
              year: year.year,
              holidays: year.days.filter((day) => day.kind === 'HOLIDAY').length,
              workdays: year.days.filter((day) => day.kind === 'WORKDAY').length,
            })}
          </p>
          <p className="sub">{t('source', { source: year.source })}</p>
          {year.added.length + year.removed.length === 0 && <p>{t('update.same')}</p>}
          <Days title={t('update.added')} days={year.added} />
          <Days title={t('update.removed')} days={year.removed} />
          {year.warnings.map((warning) => (
            <p key={warning} className="bad">
              {t(`update.warning.${warning}`)}
            </p>
          ))}
        </section>
      ))}
      <Signature signature={signature} />
      {!trusted && mayTake && (
        <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
          {t('update.confirmed')}
        </Checkbox>
      )}
      {unknown && mayTake && (
        <Input
          value={keyName}
          maxLength={60}
          aria-label={t('update.keyName')}
          placeholder={t('update.keyName')}
          onChange={(event) => setKeyName(event.target.value)}
        />
      )}
      {!mayTake && <p className="sub">{t('update.mayNot')}</p>}
      <RefusalMessage error={error} />
      <div className="row">
        {mayTake && (
          <Button
            type="primary"
            disabled={!ready}
            loading={busy}
            onClick={() => take({ confirmed, keyName: keyName.trim() })}
          >
            {t('update.take')}
          </Button>
        )}
        <Button onClick={cancel}>{t('update.cancel')}</Button>
      </div>
    </div>
  )
}
