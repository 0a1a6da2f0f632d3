import type {
  DownwardTaken,
  DriveExchangeFiles,
  DriveTakenIn,
} from '../../../server/exchange/downward/views.ts'
import type { ReceiptsTaken, ReceiptsView } from '../../../server/exchange/receipt/views.ts'
import type {
  ExchangeTasksView,
  ExchangeTaskView,
  ExchangeTodayView,
} from '../../../server/exchange/task/views.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

function formOf(files: readonly File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return form
}

/** Receipts on record, newest first. */
export function listReceipts(): Promise<ReceiptsView> {
  return taken(api.desk.receipts.$get())
}

/** Takes receipt files in; each has an outcome of its own. */
export function takeReceipts(files: readonly File[]): Promise<ReceiptsTaken> {
  return sendForm('/api/desk/receipts', formOf(files))
}

/** Takes the code of a printed receipt in. */
export function takeReceiptCode(code: string): Promise<ReceiptsTaken> {
  const form = new FormData()
  form.append('code', code)
  return sendForm('/api/desk/receipts', form)
}

/** Takes packages of the county in. */
export function takeDownward(files: readonly File[]): Promise<DownwardTaken> {
  return sendForm('/api/desk/downward', formOf(files))
}

/** What lies on a drive for this office. */
export function listDriveFiles(id: string): Promise<DriveExchangeFiles> {
  return taken(api.desk.drives[':id']['exchange-files'].$get({ param: { id } }))
}

/** Takes everything in that lies on a drive for this office. */
export function takeInFromDrive(id: string): Promise<DriveTakenIn> {
  return taken(api.desk.drives[':id']['take-in'].$post({ param: { id } }))
}

/** Changes the county rejected. */
export function listExchangeTasks(): Promise<ExchangeTasksView> {
  return taken(api.desk['exchange-tasks'].$get())
}

/** What the exchange asks of somebody today. */
export function getExchangeToday(): Promise<ExchangeTodayView> {
  return taken(api.desk['exchange-today'].$get())
}

/** Ends a task by a person's word. */
export function endExchangeTask(task: {
  readonly id: string
  readonly note: string
}): Promise<ExchangeTaskView> {
  const { id, note } = task
  return taken(api.desk['exchange-tasks'][':id'].end.$post({ param: { id }, json: { note } }))
}

/** Offers a rejected change again as it is. */
export function offerTaskAgain(id: string): Promise<ExchangeTaskView> {
  return taken(api.desk['exchange-tasks'][':id']['offer-again'].$post({ param: { id } }))
}
