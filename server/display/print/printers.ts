import type { Result } from '../../../domain/refusal.ts'
import type { PrinterView } from './views.ts'

/** One handing over to a printer. */
export type PaperJob = {
  /** Path of a PDF that holds the pages to be printed and no others: not every printer can choose. */
  readonly file: string
  /** Name of the printer as the system names it; taken from its own list. */
  readonly printer: string
  readonly copies: number
  readonly paper: 'A4' | 'A3'
  /** What the printer's own queue calls it: an id, since anybody in the office reads that queue. */
  readonly label: string
  /** A page that shows the PDF as pictures, for printing without a viewer; dead when the job is over. */
  readonly drawing: string
}

/** What this computer prints with: CUPS, Electron, or nothing that can be asked. */
export type Printers = {
  /** Its printers; null when it cannot be asked. */
  readonly list: () => Promise<readonly PrinterView[] | null>
  /** Hands a file to a printer. Refuses `print.printer-refused`, and `print.printer-silent` when no answer came in time. */
  readonly print: (job: PaperJob) => Promise<Result<true>>
  /** Opens a PDF in the program this computer reads PDFs with; null when there is no screen. Refuses `print.viewer-failed`. */
  readonly view: ((file: string) => Promise<Result<true>>) | null
}
