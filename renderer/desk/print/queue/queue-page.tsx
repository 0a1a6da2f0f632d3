import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { getOpenPrints } from '../../api/print-api.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { PageHead } from '../../../shared/desk/page-head.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { PrintDialog } from '../print-dialog.tsx'
import { PRINT_OPEN_KEY } from '../print-keys.ts'
import { HistoryList } from './history-list.tsx'
import { QueueLine } from './queue-line.tsx'
import { sheetOfJob } from './sheet-of-job.ts'
import { QUEUE_PARTS, queuePart } from './sort-jobs.ts'
import '../print.css'

// Printers work while the page stands open.
const REFRESH_MS = 5000

function Open({ open }: { readonly open: (job: PrintJobView) => void }) {
  const { t } = useTranslation('print')
  const jobs = useQuery({
    queryKey: PRINT_OPEN_KEY,
    queryFn: ({ signal }) => getOpenPrints(signal),
    refetchInterval: REFRESH_MS,
  })
  return (
    <QueryBody query={jobs}>
      {(all) => {
        const parts = QUEUE_PARTS.map((part) => ({
          part,
          lines: all.filter((job) => queuePart(job) === part),
        })).filter(({ lines }) => lines.length > 0)
        if (parts.length === 0) {
          return (
            <EmptyState title={t('queue.none')}>
              <p className="sub">{t('queue.noneHint')}</p>
            </EmptyState>
          )
        }
        return parts.map(({ part, lines }) => (
          <section key={part} className="card" aria-labelledby={`pr-${part}`}>
            <h2>
              <span id={`pr-${part}`} className="strong">
                {t(`queue.part.${part}`, { number: lines.length })}
              </span>
            </h2>
            {part === 'UNSURE' && <p className="pr-queue-why">{t('queue.why')}</p>}
            <ul>
              {lines.map((job) => (
                <QueueLine key={job.id} job={job} part={part} open={() => open(job)} />
              ))}
            </ul>
          </section>
        ))
      }}
    </QueryBody>
  )
}

/** What waits on its way to paper, what came out, and what was printed when by whom. */
export function QueuePage() {
  const { t } = useTranslation('print')
  const [shows, setShows] = useState<'open' | 'all'>('open')
  const [opened, setOpened] = useState<PrintJobView | null>(null)
  return (
    <>
      <PageHead title={t('queue.title')} sub={t('queue.sub')} />
      <div className="pr-filter" role="group" aria-label={t('queue.filter')}>
        {(['open', 'all'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={shows === one} onClick={() => setShows(one)}>
            {t(`queue.shows.${one}`)}
          </button>
        ))}
      </div>
      {shows === 'open' ? <Open open={setOpened} /> : <HistoryList open={setOpened} />}
      {opened !== null && (
        <PrintDialog sheet={sheetOfJob(opened)} jobId={opened.id} close={() => setOpened(null)} />
      )}
    </>
  )
}
