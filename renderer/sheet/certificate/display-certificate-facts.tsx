import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificatePaper } from '../../../server/display/public-display/views.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { officialDate } from '../official-date.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** What was displayed, where, and from when to when with the arithmetic. */
export function CertificateFacts({ paper }: { readonly paper: CertificatePaper }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { t: tDuty } = useTranslation(['duty', 'terms'])
  const { reckoned, endsOn, lastDay } = paper
  const period = t('sheet:certificate.fromTo', {
    ...CHINESE,
    from: officialDate(paper.startsOn),
    to: officialDate(lastDay),
    length: t(reckoned.term.unit === 'workday' ? 'sheet:certificate.workdays' : 'sheet:certificate.days', {
      ...CHINESE,
      number: reckoned.term.amount,
    }),
  })
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('sheet:certificate.displayed', CHINESE), `《${paper.title}》`],
    [t('sheet:certificate.documentNumber', CHINESE), paper.documentNumber],
    [t('sheet:certificate.indexNumber', CHINESE), paper.indexNumber],
    [t('sheet:certificate.hash', CHINESE), paper.hash.slice(0, 16)],
    [t('sheet:certificate.basis', CHINESE), paper.basis],
    [t('sheet:certificate.places', CHINESE), paper.places.join('、')],
    [
      t('sheet:certificate.period', CHINESE),
      <>
        <p>{period}</p>
        <p className="dcp-small">{explainReckoning(reckoned, { today: '', language: 'zh-Hans' }, tDuty)}</p>
        {reckoned.due !== endsOn && (
          <p className="dcp-small">
            {t('sheet:certificate.announced', {
              ...CHINESE,
              announced: officialDate(endsOn),
              reckoned: officialDate(reckoned.due),
              last: officialDate(lastDay),
            })}
          </p>
        )}
      </>,
    ],
  ]
  return (
    <dl className="dcp-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
