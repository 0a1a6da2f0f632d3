import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../server/display/views.ts'
import { WholeNumbers } from '../../shared/whole-numbers.tsx'
import { bringsObjection, bringsPeriod } from './document-rules.ts'
import { officialDate } from '../official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/**
 * 公示期 and 异议受理 under a 公示, where the text does not say them itself. The last day is the one that was announced, or a later
 * one by the calendar of today; before publication only the length is known.
 */
export function DisplayPart(props: {
  readonly data: SheetData
  readonly period: boolean
  readonly objection: boolean
}) {
  const { t } = useTranslation('sheet')
  const { data } = props
  const { display: plan, body } = data.content
  if (plan === undefined) return null
  const span = data.displayed ?? null
  const unit = plan.length.unit === 'WORKING_DAY' ? 'workdays' : 'days'
  const length = t(`certificate.${unit}`, { ...CHINESE, number: plan.length.count })
  const { objection } = plan
  const ways = (
    [
      [t('display.telephone', CHINESE), objection.telephone],
      [t('display.address', CHINESE), objection.address],
      [t('display.person', CHINESE), objection.person],
      [t('display.email', CHINESE), objection.email],
    ] as const
  ).filter(([, value]) => value !== '')
  return (
    <>
      {props.period && (span === null || !bringsPeriod(body, span.endsOn)) ? (
        <p className="body-paragraph display-period">
          {span === null
            ? t('display.periodOpen', { ...CHINESE, length })
            : t(span.announced === undefined ? 'display.period' : 'display.periodMoved', {
                ...CHINESE,
                announced: officialDate(span.announced ?? span.endsOn),
                from: officialDate(span.startsOn),
                to: officialDate(span.endsOn),
                length,
              })}
        </p>
      ) : null}
      {props.objection && ways.length > 0 && !bringsObjection(body, objection) ? (
        <div className="display-objection">
          <p className="body-paragraph">{t('display.objection', CHINESE)}</p>
          {ways.map(([name, value]) => (
            <p key={name} className="body-paragraph">
              {name}
              <WholeNumbers text={value} />
            </p>
          ))}
        </div>
      ) : null}
    </>
  )
}
