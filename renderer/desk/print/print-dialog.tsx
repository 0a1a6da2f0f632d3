import { Drawer } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '../../../server/display/print/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import type { PrintOrder } from '../api/print-api.ts'
import { Loading } from '../../shared/desk/loading.tsx'
import { ChooseStep } from './choose/choose-step.tsx'
import { Building } from './look/building.tsx'
import { Failed } from './look/failed.tsx'
import { LookStep } from './look/look-step.tsx'
import type { SheetToPrint } from './sheet-to-print.ts'
import { neverSent, useCancelJob, useMakeJob, usePrintJob } from './use-print-job.ts'
import './print.css'

type Props = {
  readonly sheet: SheetToPrint
  /** A job that is there already; left out, the sheet is made first. */
  readonly jobId?: string
  /** Another job took its place: the sheet was made anew. */
  readonly made?: (job: PrintJobView) => void
  readonly close: () => void
}

function useFlow({ sheet, jobId, made: told, close }: Props) {
  const [id, setId] = useState<string | null>(jobId ?? null)
  const [before, setBefore] = useState<PrintOrder | null>(null)
  const notice = sheet.subject.kind === 'EDITION'
  const [choosing, setChoosing] = useState(notice && jobId === undefined)
  const job = usePrintJob(id)
  const cancel = useCancelJob()
  // A sheet that was only looked at leaves nothing behind in the queue.
  const giveUp = () => {
    if (job.data !== undefined && neverSent(job.data)) cancel.mutate(job.data.id)
  }
  const make = useMakeJob((made) => {
    giveUp()
    told?.(made)
    setId(made.id)
    setChoosing(false)
  })
  const start = (order: PrintOrder) => {
    setBefore(order)
    make.mutate(order)
  }
  // Papers that look one way only are made as soon as they are asked for, and once.
  const begun = useRef(false)
  useEffect(() => {
    if (notice || jobId !== undefined || begun.current) return
    begun.current = true
    start({ subject: sheet.subject, templateId: sheet.templateId })
  })
  return {
    job,
    make,
    start,
    before,
    choosing,
    choose: notice ? () => setChoosing(true) : undefined,
    stop: () => {
      giveUp()
      if (!notice || jobId !== undefined) return close()
      setId(null)
      setChoosing(true)
    },
    leave: () => {
      // One that was there before stays where it was.
      if (jobId === undefined) giveUp()
      close()
    },
    cancelling: cancel.isPending,
  }
}

function Body({ sheet, flow }: { readonly sheet: SheetToPrint; readonly flow: ReturnType<typeof useFlow> }) {
  const { job, make } = flow
  if (flow.choosing) {
    return (
      <ChooseStep
        sheet={sheet}
        before={flow.before}
        busy={make.isPending}
        error={make.error}
        make={flow.start}
      />
    )
  }
  if (job.data === undefined) {
    const error = make.error ?? job.error
    return error === null ? <Loading /> : <RefusalMessage error={error} />
  }
  if (job.data.state === 'BUILDING') return <Building cancel={flow.stop} busy={flow.cancelling} />
  if (job.data.state === 'FAILED') {
    return (
      <Failed
        sheet={sheet}
        job={job.data}
        busy={make.isPending}
        make={flow.start}
        choose={flow.choose ?? flow.leave}
      />
    )
  }
  return <LookStep job={job.data} choose={flow.choose} leave={flow.leave} />
}

/** One sheet on its way to paper: choose how it looks, look at the file, print it, say what came out. */
export function PrintDialog(props: Props) {
  const { t } = useTranslation('print')
  const flow = useFlow(props)
  return (
    <Drawer
      open
      title={t('title', { title: props.sheet.title })}
      size="min(1480px, 97vw)"
      classNames={{ body: 'pr-body' }}
      onClose={flow.leave}
    >
      <Body sheet={props.sheet} flow={flow} />
    </Drawer>
  )
}
