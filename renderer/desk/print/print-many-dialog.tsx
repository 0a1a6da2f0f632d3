import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { countStates, manyState } from './many/many-state.ts'
import { ManySend } from './many/many-send.tsx'
import { ManyTable } from './many/many-table.tsx'
import { useManyJobs } from './many/use-many-jobs.ts'
import { useSendMany } from './many/use-send-many.ts'
import { PrintDialog } from './print-dialog.tsx'
import type { SheetToPrint } from './sheet-to-print.ts'
import './print.css'

type Props = { readonly sheets: readonly SheetToPrint[]; readonly close: () => void }

/** Many sheets on their way to paper, in hanging order: made, looked through, printed, and what came of each. */
export function PrintManyDialog({ sheets, close }: Props) {
  const { t } = useTranslation(['print', 'desk'])
  const many = useManyJobs(sheets)
  const sending = useSendMany()
  const [opened, setOpened] = useState<number | null>(null)
  const { jobs } = many
  const counts = countStates(jobs)
  const made = jobs.length - counts.BUILDING
  const building = jobs.length === 0 ? many.error === null : counts.BUILDING > 0
  const ready = jobs.filter((job) => manyState(job) === 'READY')
  const sent = jobs.filter((job) => manyState(job) === 'SENT')
  const left = counts.UNDECIDED + counts.FAILED
  const job = opened === null ? undefined : jobs[opened]
  const sheet = opened === null ? undefined : sheets[opened]
  const leave = () => {
    sending.stop()
    many.giveUp()
    close()
  }
  const progress = building ? { done: made, of: sheets.length, stopping: false } : sending.progress
  return (
    <Drawer
      open
      title={t('print:many.title', { number: sheets.length })}
      size="min(1280px, 97vw)"
      classNames={{ body: 'pr-body' }}
      onClose={leave}
    >
      <div className="pr-many">
        <ManyTable sheets={sheets} jobs={jobs} open={setOpened} />
        <div className="pr-side">
          <RefusalMessage error={many.error} />
          {progress !== null && (
            <div className="pr-many-progress">
              <p role="status">
                {t(building ? 'print:many.building' : 'print:many.sending', {
                  done: progress.done,
                  number: progress.of,
                })}
              </p>
              <progress
                max={progress.of}
                value={progress.done}
                aria-label={t(building ? 'print:many.buildingBar' : 'print:many.sendingBar')}
              />
              <Button disabled={progress.stopping} onClick={building ? leave : sending.stop}>
                {t(building ? 'desk:common.cancel' : 'print:many.stop')}
              </Button>
            </div>
          )}
          {!building && left > 0 && <p className="pr-warn">{t('print:many.left', { number: left })}</p>}
          <RefusalMessage error={sending.error} />
          {sent.length > 0 && sending.progress === null && (
            <section className="pr-outcome" aria-label={t('print:outcome.title')}>
              <h3>{t('print:outcome.title')}</h3>
              <p className="sub">{t('print:many.outcome', { number: sent.length })}</p>
              <Button type="primary" onClick={() => sending.allCame(sent)}>
                {t('print:many.allCame', { number: sent.length })}
              </Button>
            </section>
          )}
          {!building && sending.progress === null && ready.length > 0 && (
            <ManySend count={ready.length} busy={false} send={(order) => sending.send(ready, order)} />
          )}
          {!building && counts.DONE > 0 && counts.DONE === jobs.length && (
            <p className="good">{t('print:many.done', { number: jobs.length })}</p>
          )}
        </div>
      </div>
      {job !== undefined && sheet !== undefined && (
        <PrintDialog
          sheet={sheet}
          jobId={job.id}
          made={(other) => many.replace(job.id, other)}
          close={() => setOpened(null)}
        />
      )}
    </Drawer>
  )
}
