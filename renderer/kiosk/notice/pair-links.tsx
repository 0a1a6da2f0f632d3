import { useTranslation } from 'react-i18next'
import type { PublicEdition, PublicRef } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { Go } from '../frame/go.tsx'

function PairList(props: { heading: string; partners: readonly PublicRef[] }) {
  if (props.partners.length === 0) return null
  return (
    <section className="notice-pair">
      <h2 className="pair-heading">{props.heading}</h2>
      <ul>
        {props.partners.map((partner) => (
          <li key={partner.indexNumber}>
            <Go to={{ page: 'notice', indexNumber: partner.indexNumber }} className="pair-link">
              <span lang="zh-Hans">
                <Phrased text={partner.title} />
              </span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The ways to interpretations, to what is interpreted and to what was replaced; only while they hang on the board. */
export function PairLinks(props: { pair: PublicEdition['pair']; replaces: readonly PublicRef[] }) {
  const { t } = useTranslation('kiosk')
  const { interprets, interpretedBy } = props.pair
  return (
    <>
      <PairList heading={t('notice.interprets')} partners={interprets === null ? [] : [interprets]} />
      <PairList heading={t('notice.interpretedBy')} partners={interpretedBy} />
      <PairList heading={t('notice.replaces')} partners={props.replaces} />
    </>
  )
}
