import { useTranslation } from 'react-i18next'
import type { PublicDisplay } from '../../../server/display/public-display/views.ts'
import { useDisplay } from './display-queries.ts'
import { Facts } from './facts.tsx'
import { civilDate } from '../frame/format.ts'
import './display.css'
import { useLanguage } from '../frame/use-language.ts'

function Standing({ display }: { display: PublicDisplay }) {
  const { t } = useTranslation('kiosk')
  const { state, daysLeft } = display
  if (daysLeft === null) {
    return <p className={`display-state display-${state}`}>{t(`display.state.${state}`)}</p>
  }
  return (
    <p className="display-state">
      {daysLeft === 0 ? t('display.endsToday') : t('display.daysLeft', { number: daysLeft })}
    </p>
  )
}

/** Until when a 公示 hangs, where, how to object, what came of it; an early removal stands in red. */
export function DisplayBlock(props: { indexNumber: string }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const display = useDisplay(props.indexNumber).data
  // Older notices have none, and without an answer the notice itself is still there to read.
  if (display === undefined) return null
  const date = (day: string) => civilDate(day, language)
  const { term, route, removal, result } = display
  const length = t(term.unit === 'workday' ? 'display.workdays' : 'display.days', { number: term.amount })
  const objecting =
    display.state === 'SCHEDULED' || display.state === 'ON_DISPLAY' || display.state === 'INTERRUPTED'
  return (
    <section className="notice-display sheet" aria-labelledby="display-heading">
      <h2 id="display-heading" className="pair-heading">
        {t('display.heading')}
      </h2>
      <Standing display={display} />
      {removal ? (
        <p className="display-removal">
          {t('display.removal', { date: date(removal.on), reason: removal.reason })}
        </p>
      ) : null}
      {result ? (
        <p className="display-result" lang="zh-Hans">
          {result.text}
        </p>
      ) : null}
      <Facts
        facts={[
          [
            t('display.period'),
            t('display.fromTo', { from: date(display.startsOn), to: date(display.lastDay), length }),
          ],
          [t('display.places'), display.places.join(t('display.comma'))],
          [t('display.basis'), display.basis],
          ...(objecting
            ? ([
                [t('display.telephone'), route.telephone],
                [t('display.address'), route.address],
                [t('display.person'), route.person],
                [t('display.email'), route.email],
              ] as const)
            : []),
          ...display.earlier.map(
            (span) =>
              [
                t('display.earlier'),
                t('display.earlierSpan', {
                  from: date(span.startsOn),
                  to: date(span.until),
                  reason: span.reason,
                }),
              ] as const,
          ),
        ]}
      />
      {objecting ? <p className="hint">{t('display.howTo')}</p> : null}
    </section>
  )
}
