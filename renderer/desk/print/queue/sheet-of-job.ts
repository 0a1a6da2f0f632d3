import type { PrintJobView } from '../../../../server/display/print/views.ts'
import type { SheetToPrint } from '../sheet-to-print.ts'

/**
 * What a job was made of, to be printed again.
 * @example sheetOfJob(job).title // as in the queue
 */
export function sheetOfJob({ title, subject, noticeId, template }: PrintJobView): SheetToPrint {
  return { title, subject, noticeId, templateId: template?.id ?? null }
}
