import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { stillRuns } from '../../../domain/display/display-state.ts'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { printCertificate } from '../api/display-api.ts'
import { PrintButton } from '../print/print-button.tsx'
import { offerFile } from '../../shared/desk/offer-file.ts'

/** Makes the certificate; before the display has ended it is marked as interim. */
export function CertificateButton({ display }: { readonly display: DisplayDetail }) {
  const { t } = useTranslation('display')
  const interim = stillRuns(display.state)
  const make = useMutation({
    mutationFn: () => printCertificate(display.id, interim),
    onSuccess: (file) => offerFile(file, `${t('certificate.fileName', { title: display.title })}.pdf`),
  })
  return (
    <>
      <Button loading={make.isPending} onClick={() => make.mutate()}>
        {t(interim ? 'certificate.interim' : 'certificate.open')}
      </Button>
      <PrintButton
        label={t('certificate.print')}
        sheet={{
          title: t('certificate.fileName', { title: display.title }),
          subject: { kind: 'DISPLAY_CERTIFICATE', displayId: display.id, interim },
          noticeId: null,
          templateId: null,
        }}
      />
      <RefusalMessage error={make.error} />
    </>
  )
}
