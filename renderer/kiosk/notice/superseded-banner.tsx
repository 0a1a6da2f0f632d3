import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../server/display/views.ts'
import { Go } from '../frame/go.tsx'

/** Above an old edition: which one has replaced it, and the way there. */
export function SupersededBanner({ edition }: { readonly edition: PublicEdition }) {
  const { t } = useTranslation('kiosk')
  if (edition.state !== 'SUPERSEDED') return null
  const current = edition.editions.find((one) => one.hash === edition.supersededBy)
  return (
    <div className="banner">
      <p>
        {current === undefined
          ? t('notice.superseded')
          : t('notice.supersededBy', { own: edition.editionNumber, number: current.editionNumber })}
      </p>
      <Go to={{ page: 'notice', indexNumber: edition.indexNumber }} className="button">
        {t('notice.seeCurrent')}
      </Go>
    </div>
  )
}
