import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { PrintButton } from '../../print/print-button.tsx'
import { offerFile } from '../../../shared/desk/offer-file.ts'
import { slipPdf } from './review-api.ts'
import './review.css'

/** The 审查呈批单 on the screen and as PDF: empty lines for those who sign on paper, names where decisions are given. */
export function SlipLinks(props: {
  readonly id: string
  readonly submissionId: string
  readonly title: string
}) {
  const { t } = useTranslation('review')
  const { id, submissionId } = props
  const pdf = useMutation({
    mutationFn: () => slipPdf(id, submissionId),
    onSuccess: (blob) => {
      offerFile(blob, t('slip.fileName', { title: props.title }))
    },
  })
  return (
    <div className="rv-slip">
      <a
        className="nt-link"
        href={`/sheet/?slip=${encodeURIComponent(id)}&submission=${encodeURIComponent(submissionId)}`}
        target="_blank"
        rel="noopener"
      >
        {t('slip.open')}
      </a>
      <button
        type="button"
        className="nt-link"
        disabled={pdf.isPending}
        aria-busy={pdf.isPending}
        onClick={() => {
          pdf.mutate()
        }}
      >
        {t(pdf.isPending ? 'slip.pdfRunning' : 'slip.pdf')}
      </button>
      <PrintButton
        look="link"
        label={t('slip.print')}
        sheet={{
          title: t('slip.fileName', { title: props.title }).replace(/\.pdf$/u, ''),
          subject: { kind: 'REVIEW_SLIP', noticeId: id, submissionId },
          noticeId: id,
          templateId: null,
        }}
      />
      <RefusalMessage error={pdf.error} />
    </div>
  )
}
