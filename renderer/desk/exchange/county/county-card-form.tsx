import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyCardPreview } from '../../../../server/exchange/enrolment/views.ts'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'
import { ScannedText } from '../../../shared/desk/scanned-text.tsx'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { type CardConsent, type CardSource, handInCountyCard } from '../../api/exchange-county-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { CardShown } from './card-shown.tsx'

type Shown = { readonly source: CardSource; readonly preview: CountyCardPreview }

/** Takes the county's card: from a file or the text behind its QR code; shown first, then taken. */
export function CountyCardForm() {
  const { t } = useTranslation('exchange')
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useMutation({
    mutationFn: async (source: CardSource) => ({ source, preview: await handInCountyCard(source, null) }),
    onSuccess: setShown,
  })
  const take = useExchangeChange(({ source, consent }: { source: CardSource; consent: CardConsent }) =>
    handInCountyCard(source, consent),
  )
  if (shown !== null) {
    const { source, preview } = shown
    return (
      <>
        <CardShown
          shown={preview}
          busy={take.isPending}
          take={(replace) =>
            take.mutate(
              { source, consent: { keyId: preview.card.key.keyId, replace } },
              { onSuccess: () => setShown(null) },
            )
          }
          leave={() => setShown(null)}
        />
        <RefusalMessage error={take.error} />
      </>
    )
  }
  return (
    <div className="ex-stack">
      <FileDrop
        label={t('county.chooseCard')}
        hint={t('county.chooseHint')}
        accept=".json"
        busy={show.isPending}
        onFile={(file) => show.mutate({ file })}
      />
      <details className="ex-typed">
        <summary>{t('county.typed')}</summary>
        <ScannedText
          hint={t('county.typedHint')}
          action={t('county.showCard')}
          busy={show.isPending}
          send={(text) => show.mutate({ text })}
        />
      </details>
      <RefusalMessage error={show.error} />
    </div>
  )
}
