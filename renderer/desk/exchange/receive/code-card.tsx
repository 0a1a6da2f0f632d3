import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { takeReceiptCode } from '../../api/exchange-receipt-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { OutcomeList } from './outcome-list.tsx'

/** The code of a receipt that came on paper: a hand scanner types it, or a person does. */
export function CodeCard() {
  const { t } = useTranslation('exchange')
  const id = useId()
  const [code, setCode] = useState('')
  const take = useExchangeChange(takeReceiptCode)
  return (
    <section className="card" aria-labelledby="ex-from-paper">
      <h2 id="ex-from-paper">{t('receive.fromPaper')}</h2>
      <div className="card-body ex-stack">
        <label htmlFor={id} className="sub">
          {t('receive.code')}
        </label>
        <textarea
          id={id}
          className="ex-code"
          rows={4}
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <div className="row">
          <Button
            disabled={code.trim() === ''}
            loading={take.isPending}
            onClick={() =>
              take.mutate(code.trim(), {
                onSuccess: ({ results }) => {
                  // A code that was misread stays, to be mended.
                  if (results.every(({ outcome }) => outcome !== 'REFUSED')) setCode('')
                },
              })
            }
          >
            {t('receive.takeCode')}
          </Button>
        </div>
        <RefusalMessage error={take.error} />
        {take.data !== undefined && <OutcomeList receipts={take.data.results} downward={[]} />}
      </div>
    </section>
  )
}
