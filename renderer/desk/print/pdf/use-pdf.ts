import { useEffect, useState } from 'react'
import { getPrintPdf } from '../../api/print-api.ts'
import { openPdf, type OpenPdf } from './open-pdf.ts'

/** The PDF of a job, its bytes and its pages; `error` when it could not be had or read. */
export type PdfInHand = {
  readonly file: Blob | null
  readonly pdf: OpenPdf | null
  readonly error: unknown
}

const NOTHING: PdfInHand = { file: null, pdf: null, error: null }
const EMPTY = { ...NOTHING, sha256: null }

/** Fetches and opens the PDF of a job, and again when it was made anew (another `sha256`). */
export function usePdf(id: string, sha256: string | null): PdfInHand {
  const [hand, setHand] = useState<PdfInHand & { readonly sha256: string | null }>(EMPTY)
  useEffect(() => {
    if (sha256 === null) return
    const abort = new AbortController()
    let pdf: OpenPdf | null = null
    const open = async () => {
      const file = await getPrintPdf(id, '', abort.signal)
      const opened = await openPdf(await file.arrayBuffer())
      if (abort.signal.aborted) return void opened.close()
      pdf = opened
      setHand({ file, pdf: opened, error: null, sha256 })
    }
    open().catch((error: unknown) => {
      if (!abort.signal.aborted) setHand({ ...NOTHING, error, sha256 })
    })
    return () => {
      abort.abort()
      void pdf?.close()
    }
  }, [id, sha256])
  // What was opened before is not what is printed now.
  return hand.sha256 === sha256 ? hand : NOTHING
}
