import { useTranslation } from 'react-i18next'
import type { DueStep } from '../../../domain/duty/due.ts'
import type { CivilDate } from '../../../domain/notice/content.ts'
import { runText } from '../../shared/duty/day-text.ts'
import { countedSteps } from './counted-steps.ts'

type Props = { readonly steps: readonly DueStep[]; readonly today: CivilDate; readonly hours: boolean }

/** Every run of days between the event and the last day, with what it is and how far the count has come. */
export function StepsTable({ steps, today, hours }: Props) {
  const { t, i18n } = useTranslation('duty')
  return (
    <table className="dt-steps">
      <caption className="hidden-text">{t('steps.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('steps.days')}</th>
          <th scope="col">{t('steps.what')}</th>
          <th scope="col" className="number">
            {t('steps.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {countedSteps(steps).map(({ step, from, to }) => (
          <tr key={`${step.kind}${step.from}`} className={to === null ? 'dt-step-off' : undefined}>
            <td className="nowrap">{runText(step.from, step.to, today, i18n.language)}</td>
            <td>
              {t(`steps.kind.${step.kind}`)}
              {step.name !== '' && t('steps.named', { name: step.name })}
            </td>
            <td className="number nowrap">
              {to === null || hours
                ? t('steps.none')
                : from === to
                  ? t('steps.nth', { nth: to })
                  : t('steps.span', { from, to })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
