import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { useLanguage } from '../frame/use-language.ts'

/** The way from a notice to the matter it belongs to; on a draft also until when opinions can be given, and how. */
export function MatterLinks(props: { edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { matter, content } = props.edition
  if (!matter) return null
  const { consultation } = matter
  const date = (day: string) => civilDate(day, language)
  return (
    <section className="notice-pair">
      <h2 className="pair-heading">
        {t(consultation ? 'kiosk:matters.consultation' : 'kiosk:matters.title')}
      </h2>
      {consultation ? (
        <p>
          {t('kiosk:matters.fromTo', { from: date(consultation.opensOn), to: date(consultation.closesOn) })}
        </p>
      ) : null}
      {consultation && content.consultation ? (
        <ul lang="zh-Hans">
          {content.consultation.channels.map(({ channel, detail }) => (
            <li key={channel + detail}>
              {t(`terms:opinionChannel.${channel}`)} {detail}
            </li>
          ))}
        </ul>
      ) : null}
      <Go to={{ page: 'matter', matter: matter.id }} className="pair-link">
        {t('kiosk:matters.whole')}
      </Go>
    </section>
  )
}
