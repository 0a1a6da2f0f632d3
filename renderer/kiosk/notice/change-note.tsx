import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { useLanguage } from '../frame/use-language.ts'

/** What a corrected or updated edition says of itself, above everything else: kind, day and note. */
export function ChangeNote({ edition }: { readonly edition: PublicEdition }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { change } = edition.content
  if (!change || change.kind === 'MINOR') return null
  return (
    <section className="change-note" aria-label={t(`terms:changeKind.${change.kind}`)}>
      <p className="change-kind">
        <b>{t(`terms:changeKind.${change.kind}`)}</b>
        <time dateTime={edition.publishDate}>{civilDate(edition.publishDate, language)}</time>
        <span>{t('kiosk:notice.edition', { number: edition.editionNumber })}</span>
      </p>
      <p lang="zh-Hans">
        <Phrased text={change.note} />
      </p>
    </section>
  )
}
