import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { href } from '../../shared/desk/route.ts'

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Until when, and how that was counted; both days where the calendar has changed since it was announced. */
function Reckoning({ display }: { readonly display: DisplayDetail }) {
  const { t, i18n } = useTranslation('display')
  const { t: tDuty } = useTranslation(['duty', 'terms'])
  const { today, reckoned, endsOn, lastDay } = display
  const day = (date: string) => dayText(date, today, i18n.language)
  return (
    <>
      <p>{explainReckoning(reckoned, { today, language: i18n.language }, tDuty)}</p>
      {reckoned.due !== endsOn && (
        <p className="pub-soon">
          {t('arithmetic.announced', {
            announced: day(endsOn),
            reckoned: day(reckoned.due),
            last: day(lastDay),
          })}
        </p>
      )}
    </>
  )
}

/** Where it hangs, until when, how that was counted, and how to object. */
export function DisplayFacts({ display }: { readonly display: DisplayDetail }) {
  const { t, i18n } = useTranslation('display')
  const { today, lastDay, route } = display
  const day = (date: string) => dayText(date, today, i18n.language)
  const ways = (['telephone', 'address', 'email', 'person'] as const).filter((way) => route[way] !== '')
  return (
    <section className="card">
      <h2>{t('facts.title')}</h2>
      <dl className="pub-facts card-body">
        <Fact name={t('facts.period')}>{t('period', { from: day(display.startsOn), to: day(lastDay) })}</Fact>
        <Fact name={t('facts.arithmetic')}>
          <Reckoning display={display} />
        </Fact>
        {display.basis !== '' && <Fact name={t('facts.basis')}>{display.basis}</Fact>}
        <Fact name={t('facts.places')}>
          <ul>
            {display.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('facts.route')}>
          <ul>
            {ways.map((way) => (
              <li key={way}>{t(`facts.${way}`, { value: route[way] })}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('facts.notice')}>
          <a href={href(`/notices/${encodeURIComponent(display.noticeId)}`)}>{display.title}</a>
        </Fact>
      </dl>
    </section>
  )
}
