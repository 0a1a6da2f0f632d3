import { useTranslation } from 'react-i18next'
import { NoticeFace } from './notice-face.tsx'
import { useFaceData } from './use-face-data.ts'

/** A passive screen with the one notice its address names. */
export function SignagePage({ search }: { readonly search: string }) {
  const { t } = useTranslation('signage')
  const face = useFaceData(search)
  if (face.step === 'shown') return <NoticeFace data={face.data} />
  return (
    <p className="sg-message" role="status">
      {face.step === 'loading' ? t('loading') : face.step === 'offline' ? t('offline') : t('notFound')}
    </p>
  )
}
