import { useTranslation } from 'react-i18next'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { href } from '../../../shared/desk/route.ts'

/** Above a next draft: what is being decided on stays as it is, and the way back to it. */
export function NextDraftBanner({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useTranslation('review')
  if (!detail.may.nextDraft || !detail.submission || detail.submission.closed) return null
  return (
    <p className="nt-banner rv-next" role="note">
      <span>{t('nextDraft.banner')}</span>
      <a className="nt-link" href={href(`/notices/${encodeURIComponent(detail.id)}`)}>
        {t('nextDraft.back')}
      </a>
    </p>
  )
}
