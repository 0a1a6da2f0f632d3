import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import '../notice/notice.css'
import { ChainsCard } from './chains-card.tsx'
import { ExceptionCard } from './exception-card.tsx'
import { ExceptionsReport } from './exceptions-report.tsx'
import './review-settings.css'
import { CHAINS_KEY, EXCEPTION_KEY, getChains, getException, getExceptionsReport } from './settings-api.ts'

/** How the office reviews: its chains, the exception of the two-person office, and what was done under it. */
export function ReviewSettingsPage() {
  const { t } = useTranslation('review')
  const chains = useQuery({ queryKey: CHAINS_KEY, queryFn: getChains })
  const exception = useQuery({ queryKey: EXCEPTION_KEY, queryFn: getException })
  const report = useQuery({ queryKey: [...EXCEPTION_KEY, 'report'], queryFn: getExceptionsReport })
  return (
    <>
      <PageHead title={t('settings.title')} sub={t('settings.sub')} />
      <div className="rc-page">
        <QueryBody query={chains}>{(view) => <ChainsCard view={view} />}</QueryBody>
        <QueryBody query={exception}>{(view) => <ExceptionCard view={view} />}</QueryBody>
        <QueryBody query={report}>{(view) => <ExceptionsReport report={view} />}</QueryBody>
      </div>
    </>
  )
}
