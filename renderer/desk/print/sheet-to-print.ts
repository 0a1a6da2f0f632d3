import type { PrintSubject } from '../../../server/display/print/views.ts'

/** Something at the desk that can go to paper. */
export type SheetToPrint = {
  /** As it is called in lists and in the name of a saved file. */
  readonly title: string
  readonly subject: PrintSubject
  /** The notice whose templates are offered; null for papers that are set in one way only. */
  readonly noticeId: string | null
  /** The template to begin with; null leaves the choice to the product. */
  readonly templateId: string | null
}
