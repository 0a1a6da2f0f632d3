import { useTranslation } from 'react-i18next'
import { ScannedText } from '../../../shared/desk/scanned-text.tsx'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { takeReceiptCode } from '../../api/exchange-receipt-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { OutcomeList } from './outcome-list.tsx'

/** The code of a receipt that came on paper: a hand scanner types it, or a person does. */
export function CodeCard() {
  const { t } = useTranslation('exchange')
  const take = useExchangeChange(takeReceiptCode)
  return (
    <section className="card" aria-labelledby="ex-from-paper">
      <h2 id="ex-from-paper">{t('receive.fromPaper')}</h2>
      <div className="card-body ex-stack">
        <ScannedText
          hint={t('receive.code')}
          action={t('receive.takeCode')}
          busy={take.isPending}
          send={(code, clear) =>
            take.mutate(code, {
              onSuccess: ({ results }) => {
                // A code that was misread stays, to be mended.
                if (results.every(({ outcome }) => outcome !== 'REFUSED')) clear()
              },
            })
          }
        />
        <RefusalMessage error={take.error} />
        {take.data !== undefined && <OutcomeList receipts={take.data.results} downward={[]} />}
      </div>
    </section>
  )
}
