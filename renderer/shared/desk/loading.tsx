import { useTranslation } from 'react-i18next'

/** Something is on its way. Shown only after a moment, so that a quick answer does not flicker. */
export function Loading() {
  const { t } = useTranslation('desk')
  return (
    <p className="loading" role="status">
      {t('common.loading')}
    </p>
  )
}
