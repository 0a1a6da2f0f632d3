import { useEffect, useRef } from 'react'
import type { DrawnAsked } from './drawn-asked.ts'

/** The pages of a PDF as pictures, for a printer that is reached without a viewer. */
export function DrawnPdfPage({ secret, file }: DrawnAsked) {
  const host = useRef<HTMLElement>(null)
  const begun = useRef(false)
  useEffect(() => {
    const { current } = host
    // Effects run twice while developing; the pages must not.
    if (current === null || begun.current) return
    begun.current = true
    // Loaded only here: the reader of PDFs is larger than all other sheets together.
    void import('./drawn-pdf.ts').then(({ drawPdf }) => drawPdf({ secret, file }, current))
  }, [secret, file])
  return <main ref={host} />
}
