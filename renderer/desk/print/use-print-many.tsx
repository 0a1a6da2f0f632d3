import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { SheetToPrint } from './sheet-to-print.ts'

const PrintManyDialog = lazy(async () => ({
  default: (await import('./print-many-dialog.tsx')).PrintManyDialog,
}))

/**
 * The way to paper for many sheets, in the order given: `open()` begins, `dialog` stands wherever the caller draws it.
 * @example const hanging = usePrintMany(sheets); <Button onClick={hanging.open}>…</Button>{hanging.dialog}
 */
export function usePrintMany(sheets: readonly SheetToPrint[]): {
  readonly open: () => void
  readonly dialog: ReactNode
} {
  // Kept as they were when the dialog was opened: a list that is read again must not change what is being printed.
  const [printing, setPrinting] = useState<readonly SheetToPrint[] | null>(null)
  return {
    open: () => setPrinting(sheets),
    dialog: printing !== null && (
      <Suspense fallback={null}>
        <PrintManyDialog sheets={printing} close={() => setPrinting(null)} />
      </Suspense>
    ),
  }
}
