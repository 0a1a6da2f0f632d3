import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { Loading } from '../../../shared/desk/loading.tsx'
import { PdfPreview } from '../pdf/pdf-preview.tsx'
import { usePdf } from '../pdf/use-pdf.ts'
import { openRun } from '../open-run.ts'
import { OutcomeForm } from '../send/outcome-form.tsx'
import { RunList } from '../send/run-list.tsx'
import { SendForm } from '../send/send-form.tsx'
import { GlyphDecision } from './glyph-decision.tsx'
import { JobFacts } from './job-facts.tsx'
import { TypeReportPanel } from './type-report.tsx'

type Props = {
  readonly job: PrintJobView
  readonly choose: (() => void) | undefined
  readonly leave: () => void
}

/** The very file that is printed, and beside it what is to be known of it and done with it. */
export function LookStep({ job, choose, leave }: Props) {
  const { t } = useTranslation('print')
  const { file, pdf, error } = usePdf(job.id, job.sha256)
  const waiting = openRun(job)
  return (
    <div className="pr-look">
      {pdf === null ? (
        <section className="pr-preview" aria-label={t('preview.label')}>
          {error === null ? <Loading /> : <RefusalMessage error={error} />}
        </section>
      ) : (
        <PdfPreview pdf={pdf} />
      )}
      <div className="pr-side">
        <JobFacts job={job} file={file} choose={choose} />
        {job.undecided && job.state === 'READY' ? (
          <GlyphDecision key={job.sha256} job={job} leave={leave} />
        ) : (
          <>
            {waiting !== undefined ? (
              <OutcomeForm key={waiting.number} job={job} run={waiting} />
            ) : (
              job.state !== 'CANCELLED' && <SendForm key={job.runs.length} job={job} />
            )}
            <RunList job={job} />
            {job.type !== null && <TypeReportPanel report={job.type} byHand={job.byHand} />}
          </>
        )}
      </div>
    </div>
  )
}
