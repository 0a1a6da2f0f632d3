import { useTranslation } from 'react-i18next'
import type { MinimumDisplay } from '../../../../domain/posting/minimum-display.ts'
import { dayText, plusDays } from '../../../shared/duty/day-text.ts'
import { explainReckoning } from '../../../shared/duty/explain.ts'

/** How long a sheet must hang at least, how that was reckoned, and by what. */
export function MinimumNote({
  minimum,
  today,
}: {
  readonly minimum: MinimumDisplay
  readonly today: string
}) {
  const { t, i18n } = useTranslation(['board', 'terms'])
  const { t: dutyT } = useTranslation(['duty', 'terms'])
  const reading = { today, language: i18n.language }
  const day = (date: string) => dayText(date, today, i18n.language)
  const sentence = explainReckoning(minimum.reckoned, reading, dutyT)
  return (
    <>
      <p>
        {t('board:minimum.until', { last: day(minimum.lastDay), from: day(plusDays(minimum.lastDay, 1)) })}
      </p>
      {sentence === '' ? null : <p className="bd-why">{t('board:minimum.how', { sentence })}</p>}
      <p className="bd-why">
        {t(`board:minimum.${minimum.source}`)}
        {minimum.basis === '' ? '' : t('board:minimum.basis', { basis: minimum.basis })}
        {minimum.verified === 'LAW'
          ? ''
          : t('board:minimum.verified', { how: t(`terms:verification.${minimum.verified}`) })}
      </p>
    </>
  )
}
