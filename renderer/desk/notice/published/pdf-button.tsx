import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { send } from '../../../shared/request.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { offerFile } from '../../ui/offer-file.ts'

async function readPdf(hash: string): Promise<Blob> {
  const response = await send(`/api/desk/editions/${encodeURIComponent(hash)}/pdf`, { method: 'POST' })
  return await response.blob()
}

/** Makes the PDF of an edition and hands it over; making it takes some seconds on a weak PC. */
export function PdfButton(props: { readonly hash: string; readonly fileName: string }) {
  const { t } = useTranslation('notice')
  const pdf = useMutation({
    mutationFn: () => readPdf(props.hash),
    onSuccess: (blob) => {
      offerFile(blob, props.fileName)
    },
  })
  return (
    <>
      <button
        type="button"
        className="nt-link"
        disabled={pdf.isPending}
        aria-busy={pdf.isPending}
        onClick={() => {
          pdf.mutate()
        }}
      >
        {t(pdf.isPending ? 'published.pdfRunning' : 'published.pdf')}
      </button>
      <RefusalMessage error={pdf.error} />
    </>
  )
}
