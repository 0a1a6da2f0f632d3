import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { useTemplateName } from '../use-template-name.ts'

type Props = { readonly jobs: readonly PrintJobView[]; readonly open: (job: PrintJobView) => void }

/** What went to paper: who printed which edition, where, and how many; a line each sending, newest first. */
export function HistoryTable({ jobs, open }: Props) {
  const { t } = useTranslation('print')
  const nameOf = useTemplateName()
  const lines = jobs
    .flatMap((job) => job.runs.map((run) => ({ job, run })))
    .toSorted(
      (one, other) => other.run.sentAt.localeCompare(one.run.sentAt) || other.run.number - one.run.number,
    )
  return (
    <section className="card pr-history" tabIndex={0} aria-label={t('history.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.where')}</th>
            <th scope="col">{t('history.pages')}</th>
            <th scope="col" className="number">
              {t('history.copies')}
            </th>
            <th scope="col">{t('history.came')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ job, run }) => (
            <tr key={`${job.id}-${run.number}`}>
              <td className="nowrap">
                {instantText(run.sentAt)}
                <p className="sub">{run.by}</p>
              </td>
              <td className="breakable">
                <button type="button" className="nt-link strong" onClick={() => open(job)}>
                  {job.title}
                </button>
                <p className="sub">
                  {job.template !== null && nameOf(job.template)}
                  {job.editionHash !== null && (
                    <>
                      {' '}
                      <code title={job.editionHash}>{job.editionHash.slice(0, 8)}</code>
                    </>
                  )}
                </p>
              </td>
              <td className="breakable">
                {run.route === 'PRINTER' ? run.printer : t(`send.route.${run.route}`)}
              </td>
              <td className="nowrap">
                {run.pages === '' ? t('history.all', { number: job.pages ?? 0 }) : run.pages}
              </td>
              <td className="number">{run.copies}</td>
              <td>
                {run.outcome === null
                  ? t('history.open')
                  : t(`history.result.${run.outcome.came}`, { pages: run.outcome.pages })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
