import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetToPrint } from './sheet-to-print.ts'

// The dialog brings a reader of PDFs along: it is loaded when somebody prints.
const PrintDialog = lazy(async () => ({ default: (await import('./print-dialog.tsx')).PrintDialog }))

type Props = {
  readonly sheet: SheetToPrint
  /** As a line of text beside others of its kind, or as a button. */
  readonly look?: 'link' | 'button'
  readonly label?: string
}

/** Opens the way to paper for one sheet. */
export function PrintButton({ sheet, look = 'button', label }: Props) {
  const { t } = useTranslation('print')
  const [open, setOpen] = useState(false)
  const words = label ?? t('button')
  return (
    <>
      {look === 'link' ? (
        <button type="button" className="nt-link" onClick={() => setOpen(true)}>
          {words}
        </button>
      ) : (
        <Button onClick={() => setOpen(true)}>{words}</Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <PrintDialog sheet={sheet} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
