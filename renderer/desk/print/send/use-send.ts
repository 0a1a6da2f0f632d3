import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { getPrintPdf, sendPrintJob, type SendOrder } from '../../api/print-api.ts'
import { keepJob } from '../use-print-job.ts'
import { layInFrame } from './frame-print.ts'

async function throughBrowser(job: PrintJobView, order: SendOrder): Promise<PrintJobView> {
  const print = await layInFrame(await getPrintPdf(job.id, order.pages))
  // Noted once the file lies ready and before the dialog opens: a sheet that came out must not be without a record.
  const sent = await sendPrintJob(job.id, order)
  print()
  return sent
}

/** Sends a job to paper. */
export function useSend(job: PrintJobView) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: SendOrder) =>
      order.route === 'BROWSER' ? throughBrowser(job, order) : sendPrintJob(job.id, order),
    onSuccess: (sent) => keepJob(queries, sent),
  })
}
