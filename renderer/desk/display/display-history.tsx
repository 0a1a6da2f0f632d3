import { useTranslation } from 'react-i18next'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'

/** Every span in which it hung, and what stopped it. */
export function DisplayHistory({ display }: { readonly display: DisplayDetail }) {
  const { t, i18n } = useTranslation(['display', 'terms'])
  const day = (date: string) => dayText(date, display.today, i18n.language)
  return (
    <section className="card">
      <h2>{t('display:runs.title')}</h2>
      <ol className="pub-history">
        {display.runs.map((run) => (
          <li key={run.number}>
            <p>
              <b>{t('display:period', { from: day(run.startsOn), to: day(run.endsOn) })}</b>{' '}
              {t(`terms:displayRun.${run.kind}`)}
            </p>
            {run.reason !== '' && <p>{run.reason}</p>}
            <p className="sub">
              {t('display:runs.edition', { number: run.editionNumber })} ·{' '}
              {t('display:runs.by', { name: run.by.name })}
            </p>
            {[run.gap, run.stop].map(
              (stop) =>
                stop && (
                  <p key={stop.kind} className="pub-bad">
                    {t('display:withReason', {
                      what: t('display:runs.stopped', {
                        on: day(stop.on),
                        kind: t(`terms:displayStop.${stop.kind}`),
                      }),
                      reason: stop.reason,
                    })}
                  </p>
                ),
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
