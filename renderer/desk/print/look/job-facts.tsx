import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortHash } from '../../../../domain/sheet/sheet-code.ts'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { offerFile } from '../../../shared/desk/offer-file.ts'
import { useTemplateName } from '../use-template-name.ts'

type Props = {
  readonly job: PrintJobView
  readonly file: Blob | null
  /** Choose another template; undefined where there is no other. */
  readonly choose: (() => void) | undefined
}

/** What lies in the preview: template, pages, edition, and the file itself to be kept. */
export function JobFacts({ job, file, choose }: Props) {
  const { t } = useTranslation('print')
  const nameOf = useTemplateName()
  return (
    <section className="pr-facts" aria-label={t('facts.title')}>
      <p className="pr-fact-line">
        <span className="strong">{job.template === null ? job.title : nameOf(job.template)}</span>
        {job.pages !== null && <span>{t('facts.pages', { count: job.pages })}</span>}
      </p>
      {job.editionHash !== null && (
        <p className="sub">
          {t('facts.edition')} <code title={job.editionHash}>{shortHash(job.editionHash)}</code>
        </p>
      )}
      <p className="pr-bar">
        {choose !== undefined && (
          <Button size="small" onClick={choose}>
            {t('facts.choose')}
          </Button>
        )}
        <Button
          size="small"
          disabled={file === null}
          onClick={() => file !== null && offerFile(file, `${job.title.slice(0, 60)}.pdf`)}
        >
          {t('facts.save')}
        </Button>
      </p>
    </section>
  )
}
