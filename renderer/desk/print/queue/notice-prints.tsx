import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPrintHistory } from '../../api/print-api.ts'
import { printsOfNoticeKey } from '../print-keys.ts'
import { RunLines } from '../send/run-list.tsx'
import '../print.css'

/** Who printed a notice, where and how many, one line a sending; nothing while it never went to paper. */
export function NoticePrints({ noticeId }: { readonly noticeId: string }) {
  const { t } = useTranslation('print')
  const jobs = useQuery({
    queryKey: printsOfNoticeKey(noticeId),
    queryFn: ({ signal }) => getPrintHistory({ notice: noticeId }, signal),
  })
  const printed = jobs.data?.jobs ?? []
  if (printed.length === 0) return null
  const count = printed.reduce((sum, { runs }) => sum + runs.length, 0)
  return (
    <details className="pr-notice">
      <summary>{t('history.ofNotice', { count })}</summary>
      <ol className="pr-run-lines">
        {printed.map((job) => (
          <RunLines key={job.id} job={job} />
        ))}
      </ol>
    </details>
  )
}
