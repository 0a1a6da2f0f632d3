import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../server/display/views.ts'
import { civilDate } from './format.ts'
import { Go } from './go.tsx'
import { useLanguage } from './use-language.ts'

/** The other editions of the same notice, when there are any. */
export function EditionList(props: { edition: PublicEdition }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const { edition } = props
  const others = edition.editions.filter((other) => other.hash !== edition.hash)
  if (others.length === 0) return null
  const all = [...others, edition].sort((one, other) => other.editionNumber - one.editionNumber)
  return (
    <section className="notice-editions">
      <h2 className="subtitle">{t('notice.editions')}</h2>
      <ul className="files sheet">
        {all.map((one) => (
          <li key={one.hash} className="file">
            <span className="file-name">{t('notice.edition', { number: one.editionNumber })}</span>
            <span className="file-size">{civilDate(one.publishDate, language)}</span>
            {one.hash === edition.hash ? (
              <span className="file-here">{t('notice.editionThis')}</span>
            ) : (
              <Go to={{ page: 'edition', hash: one.hash }} className="button button-quiet">
                {t('notice.edition', { number: one.editionNumber })}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
