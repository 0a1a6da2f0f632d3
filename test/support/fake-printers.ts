import { readFileSync } from 'node:fs'
import { accept, type Result } from '../../domain/refusal.ts'
import type { PaperJob, Printers } from '../../server/display/print/printers.ts'

/** A printer's stack of paper: what was handed to it, with the bytes as they were then. */
export type Paper = Omit<PaperJob, 'file'> & { readonly bytes: Uint8Array }

/** Printers of an office PC that need no paper; `answer` decides what the next handing over gives. */
export function fakePrinters(answer: () => Promise<Result<true>> = () => Promise.resolve(accept(true))): {
  readonly printers: Printers
  readonly paper: readonly Paper[]
} {
  const paper: Paper[] = []
  return {
    paper,
    printers: {
      list: () =>
        Promise.resolve([
          { name: 'HP-2055', displayName: '党政办 HP 2055', isDefault: true },
          { name: 'Canon-A3', displayName: '便民大厅 Canon A3', isDefault: false },
        ]),
      print: ({ file, ...job }) => {
        paper.push({ ...job, bytes: readFileSync(file) })
        return answer()
      },
      view: null,
    },
  }
}
