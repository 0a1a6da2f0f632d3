import { Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisplayPlan, DisplayRenewal } from '../../../../domain/display/display-plan.ts'
import type { CivilDate } from '../../../../domain/notice/content.ts'
import type { DisplayChoices } from '../../../../server/display/public-display/views.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { FormField } from '../draft/field.tsx'

const CHOICES = ['RESTART', 'CONTINUE'] as const

/** What becomes of the days that have begun when the notice is corrected; each correction is asked anew. */
export function DisplayRenewalFields(props: {
  readonly running: NonNullable<DisplayChoices['running']>
  readonly renewal: DisplayRenewal | undefined
  readonly today: CivilDate
  readonly change: (change: Partial<DisplayPlan>) => void
}) {
  const { t, i18n } = useTranslation('display')
  const { running, today } = props
  const { editionNumber } = running
  const renewal = props.renewal?.editionNumber === editionNumber ? props.renewal : undefined
  const day = (date: CivilDate) => dayText(date, today, i18n.language)
  return (
    <>
      <div className="nt-field">
        <span className="nt-label" id="display-renewal">
          {t('panel.renewal')}
        </span>
        <p className="nt-soft">
          {t('panel.renewalAbout', {
            number: editionNumber,
            from: day(running.startsOn),
            last: day(running.lastDay),
          })}
        </p>
        <Radio.Group
          aria-labelledby="display-renewal"
          className="pub-radios"
          value={renewal?.choice}
          options={CHOICES.map((value) => ({ value, label: t(`panel.${value}`) }))}
          onChange={(event) => {
            const choice = CHOICES.find((one) => one === event.target.value)
            if (choice) {
              props.change({ renewal: { editionNumber, choice, reason: renewal?.reason ?? '' } })
            }
          }}
        />
      </div>
      {renewal && (
        <FormField label={t('panel.renewalReason')} hint={t('panel.renewalReasonHint')}>
          {(aria) => (
            <Input.TextArea
              {...aria}
              className="grow"
              maxLength={500}
              value={renewal.reason}
              onChange={(event) => props.change({ renewal: { ...renewal, reason: event.target.value } })}
            />
          )}
        </FormField>
      )}
    </>
  )
}
