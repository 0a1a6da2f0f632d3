import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { useLanguage } from '../frame/use-language.ts'

/** Says above everything else that a document no longer holds, since when and why, and leads to what holds instead. */
export function ValidityBanner({ metadata }: { readonly metadata: PublicEdition['metadata'] }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const { validity, validityReason, replacedBy } = metadata
  if (validity === null || (validity.validity !== 'REPEALED' && validity.validity !== 'LAPSED')) return null
  const date = validity.on === null ? '' : civilDate(validity.on, language)
  return (
    <div className="banner">
      <p>
        {validity.by === 'DOCUMENT'
          ? t('notice.lapsedByDocument', { date })
          : t(validity.validity === 'REPEALED' ? 'notice.repealed' : 'notice.lapsed', { date })}
        {validityReason === '' ? null : <> {t('notice.validityReason', { reason: validityReason })}</>}
      </p>
      {replacedBy === null ? null : (
        <Go to={{ page: 'notice', indexNumber: replacedBy.indexNumber }} className="button">
          {t('notice.seeReplacement')}
          <span lang="zh-Hans">
            <Phrased text={replacedBy.title} />
          </span>
        </Go>
      )}
    </div>
  )
}
