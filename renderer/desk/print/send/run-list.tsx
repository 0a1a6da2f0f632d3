import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { useRunWords } from './run-words.ts'

/** The sendings of one job as lines of a list, newest first, each with what came of it. */
export function RunLines({ job }: { readonly job: Pick<PrintJobView, 'runs' | 'pages'> }) {
  const { t } = useTranslation('print')
  const words = useRunWords()
  return job.runs.toReversed().map((run) => (
    <li key={run.number}>
      {words(run, job.pages)}
      <span className="sub pr-line">
        {run.outcome === null
          ? t('runs.open')
          : t(`runs.came.${run.outcome.came}`, { pages: run.outcome.pages, name: run.outcome.by })}
      </span>
    </li>
  ))
}

/** Everything that was sent of a job. */
export function RunList({ job }: { readonly job: Pick<PrintJobView, 'runs' | 'pages'> }) {
  const { t } = useTranslation('print')
  if (job.runs.length === 0) return null
  return (
    <section className="pr-runs" aria-label={t('runs.title')}>
      <h3>{t('runs.title')}</h3>
      <ol className="pr-run-lines">
        <RunLines job={job} />
      </ol>
    </section>
  )
}
