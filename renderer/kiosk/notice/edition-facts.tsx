import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { Facts } from './facts.tsx'
import { civilDate } from '../frame/format.ts'
import { useLanguage } from '../frame/use-language.ts'

/** The information block of an edition (domain book §5.5): what most ask for is open, the rest behind one key. */
export function EditionFacts({ edition }: { readonly edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { content, metadata } = edition
  const date = (value: string | null | undefined) => (value ? civilDate(value, language) : '')
  const place = content.catalogue
  const issuer = content.signature || (content.unit?.name ?? content.office.name)
  const standing = metadata.validity
  return (
    <>
      <Facts
        facts={[
          [t('kiosk:notice.indexNumber'), edition.indexNumber],
          [t('kiosk:notice.documentNumber'), content.documentNumber],
          [t('kiosk:notice.unit'), content.unit?.name ?? ''],
          [t('kiosk:notice.issuer'), issuer === content.unit?.name ? '' : issuer],
          [t('kiosk:notice.documentDate'), date(content.documentDate)],
          [t('kiosk:notice.issueDate'), date(content.issueDate)],
          [t('kiosk:notice.publishDate'), date(edition.publishDate)],
          [t('kiosk:notice.validity'), standing === null ? '' : t(`terms:validity.${standing.validity}`)],
          [t('kiosk:notice.validFrom'), date(content.validity?.from)],
          [t('kiosk:notice.validTo'), date(content.validity?.to)],
          [
            t('kiosk:notice.catalogue'),
            place ? [place.level1, place.level2].filter(Boolean).join(' › ') : '',
          ],
        ]}
      />
      <details className="facts-more">
        <summary>{t('kiosk:notice.moreFacts')}</summary>
        <Facts
          facts={[
            [t('kiosk:notice.abstract'), content.abstract ?? ''],
            [t('kiosk:notice.keywords'), (content.keywords ?? []).join(t('kiosk:notice.keywordComma'))],
            [t('kiosk:notice.genre'), t(`terms:noticeKind.${content.noticeKind}`)],
            [t('kiosk:notice.disclosureMode'), t(`terms:disclosureMode.${content.disclosureMode}`)],
            [
              t('kiosk:notice.scope'),
              metadata.scope === null ? '' : t(`terms:disclosureScope.${metadata.scope}`),
            ],
            [t('kiosk:notice.responsibleUnit'), metadata.responsibleUnit],
            [t('kiosk:notice.telephone'), metadata.telephone],
          ]}
        />
      </details>
    </>
  )
}
