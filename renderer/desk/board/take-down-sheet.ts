import type { SheetToPrint } from '../print/sheet-to-print.ts'

/** The take-down list of a day, of one board or of all (null), as something to print. */
export function takeDownSheet(boardId: string | null, on: string, title: string): SheetToPrint {
  return { title, subject: { kind: 'TAKE_DOWN_LIST', boardId, on }, noticeId: null, templateId: null }
}
