import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditProof } from '../../../server/audit/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { listAudit, proveAudit } from '../api/audit-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import './audit.css'
import { AuditTable } from './audit-table.tsx'

function Verdict({ proof }: { readonly proof: AuditProof }) {
  const { t } = useTranslation('desk')
  return (
    <p className={proof.intact ? 'verdict-box good' : 'verdict-box bad'} role="status">
      {proof.intact
        ? t('audit.intact', { count: proof.events })
        : t('audit.broken', { sequence: proof.firstBroken ?? 0, count: proof.events })}
    </p>
  )
}

/** Everything that was done, newest first, and the proof that nothing of it was changed. */
export function AuditPage() {
  const { t } = useTranslation('desk')
  const pages = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => listAudit(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const prove = useMutation({ mutationFn: proveAudit })
  const events = pages.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <PageHead title={t('audit.title')} sub={t('audit.sub')}>
        <Button loading={prove.isPending} onClick={() => prove.mutate()}>
          {t('audit.prove')}
        </Button>
      </PageHead>
      {prove.data !== undefined && <Verdict proof={prove.data} />}
      <RefusalMessage error={prove.error ?? (events === undefined ? pages.error : null)} />
      {events === undefined && pages.error === null && <Loading />}
      {events?.length === 0 && <EmptyState title={t('audit.empty')} />}
      {events !== undefined && events.length > 0 && (
        <>
          <AuditTable events={events} />
          <div className="more">
            {pages.hasNextPage ? (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('audit.more')}
              </Button>
            ) : (
              <p className="sub">{t('audit.end', { count: events.length })}</p>
            )}
          </div>
        </>
      )}
    </>
  )
}
