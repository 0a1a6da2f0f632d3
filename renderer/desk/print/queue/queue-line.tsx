import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { useRefusalWords } from '../refusal-words.ts'
import { useRunWords } from '../send/run-words.ts'
import { useCancelJob } from '../use-print-job.ts'
import { useTemplateName } from '../use-template-name.ts'
import type { QueuePart } from './sort-jobs.ts'

type Props = { readonly job: PrintJobView; readonly part: QueuePart; readonly open: () => void }

/** One job of the queue, with what is to be done. */
export function QueueLine({ job, part, open }: Props) {
  const { t } = useTranslation(['print', 'desk'])
  const runWords = useRunWords()
  const refusalWords = useRefusalWords()
  const nameOf = useTemplateName()
  const cancel = useCancelJob()
  const last = job.runs.at(-1)
  return (
    <li className="pr-queue-line">
      <div>
        <p className="strong breakable">{job.title}</p>
        <p className="sub">
          {t('print:queue.made', {
            template: job.template === null ? '' : nameOf(job.template),
            name: job.by,
            time: instantText(job.createdAt),
          })}
          {job.pages !== null && t('print:queue.pages', { number: job.pages })}
        </p>
        {last !== undefined && <p className="sub">{runWords(last, job.pages)}</p>}
        {part === 'FAILED' && <p className="bad">{refusalWords(job.refusal)}</p>}
        {job.state === 'BUILDING' && <p className="sub">{t('print:queue.building')}</p>}
        <RefusalMessage error={cancel.error} />
      </div>
      <div className="pr-queue-acts">
        {(part === 'WAITING' || part === 'FAILED') && (
          <Button
            loading={cancel.isPending}
            aria-label={t('print:queue.of', { act: t('print:queue.drop'), title: job.title })}
            onClick={() => cancel.mutate(job.id)}
          >
            {t('print:queue.drop')}
          </Button>
        )}
        <Button
          type={part === 'UNSURE' ? 'primary' : 'default'}
          aria-label={t('print:queue.of', { act: t(`print:queue.act.${part}`), title: job.title })}
          onClick={open}
        >
          {t(`print:queue.act.${part}`)}
        </Button>
      </div>
    </li>
  )
}
