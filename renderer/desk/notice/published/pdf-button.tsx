import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'
import { send } from '../../../shared/request.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { offerFile } from '../../../shared/desk/offer-file.ts'

async function readPdf(hash: string, noticeId: string, language: NoticeLanguage | null): Promise<Blob> {
  const question = `?notice=${encodeURIComponent(noticeId)}${language === null ? '' : `&language=${language}`}`
  const response = await send(`/api/desk/editions/${encodeURIComponent(hash)}/pdf${question}`, {
    method: 'POST',
  })
  return await response.blob()
}

/** Makes the PDF of an edition and hands it over; making it takes some seconds on a weak PC. */
export function PdfButton(props: {
  readonly hash: string
  /** Which of two notices with one text is meant. */
  readonly noticeId: string
  readonly fileName: string
  /** The text in another language, on its own sheets; left out, the Chinese paper. */
  readonly language?: NoticeLanguage
  readonly label?: string
}) {
  const { t } = useTranslation('notice')
  const pdf = useMutation({
    mutationFn: () => readPdf(props.hash, props.noticeId, props.language ?? null),
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
        {pdf.isPending ? t('published.pdfRunning') : (props.label ?? t('published.pdf'))}
      </button>
      <RefusalMessage error={pdf.error} />
    </>
  )
}
