import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { useLanguage } from '../frame/use-language.ts'

/** The other editions of the same notice, when there are any. */
export function EditionList(props: { edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { edition } = props
  if (edition.editions.length < 2) return null
  const all = edition.editions.toSorted((one, other) => other.editionNumber - one.editionNumber)
  return (
    <section className="notice-editions">
      <h2 className="subtitle">{t('kiosk:notice.editions')}</h2>
      <ul className="files sheet">
        {all.map((one) => (
          <li key={one.hash} className="file">
            <span className="file-name">
              {t('kiosk:notice.edition', { number: one.editionNumber })}
              {one.change === null ? null : (
                <span className="edition-change">
                  {t(`terms:changeKind.${one.change.kind}`)}
                  {one.change.note === '' ? null : (
                    <span lang="zh-Hans">
                      {'　'}
                      {one.change.note}
                    </span>
                  )}
                </span>
              )}
            </span>
            <span className="file-size">{civilDate(one.publishDate, language)}</span>
            {one.hash === edition.hash ? (
              <span className="file-here">{t('kiosk:notice.editionThis')}</span>
            ) : (
              <Go to={{ page: 'edition', hash: one.hash }} className="button button-quiet">
                {t('kiosk:notice.edition', { number: one.editionNumber })}
              </Go>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
