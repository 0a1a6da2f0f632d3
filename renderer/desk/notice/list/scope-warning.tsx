import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { href } from '../../../shared/desk/route.ts'
import { NOTICE_WARNINGS_KEY } from '../keys.ts'
import { noticeWarnings } from '../notice-api.ts'

/** Notices on the board whose item the catalogue now gives to the persons concerned only; somebody has to take them down. */
export function ScopeWarning() {
  const { t } = useTranslation('notice')
  const warnings = useQuery({
    queryKey: NOTICE_WARNINGS_KEY,
    queryFn: ({ signal }) => noticeWarnings(signal),
    staleTime: 0,
  })
  const found = warnings.data?.againstScope ?? []
  if (found.length === 0) return null
  return (
    <section className="nt-banner nt-banner-bad" aria-label={t('placement.againstScope')}>
      <p>{t('placement.againstScopeWhat', { count: found.length })}</p>
      <ul>
        {found.map((notice) => (
          <li key={notice.noticeId}>
            <a className="nt-link" href={href(`/notices/${encodeURIComponent(notice.noticeId)}`)}>
              {notice.title}
            </a>{' '}
            <span className="nt-soft">{notice.item}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
