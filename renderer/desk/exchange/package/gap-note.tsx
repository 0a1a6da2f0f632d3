import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { offerAgain } from '../../api/exchange-api.ts'
import { listReceipts } from '../../api/exchange-receipt-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { RECEIPTS_KEY } from '../exchange-keys.ts'
import { useExchangeChange } from '../use-exchange-change.ts'

/** What the county says it is missing, and which receipts never came; nothing when nothing is. */
export function GapNote() {
  const { t } = useTranslation(['exchange', 'desk'])
  const receipts = useQuery({ queryKey: RECEIPTS_KEY, queryFn: listReceipts }).data
  const again = useExchangeChange(offerAgain)
  const mayOffer = useHasRole('HANDLER')
  if (receipts === undefined) return null
  const { gap, missingNumbers } = receipts
  if (gap === null && missingNumbers.length === 0) return null
  const list = (numbers: readonly number[]) => numbers.join(t('desk:common.listComma'))
  return (
    <section className="note ex-gap" role="note">
      {gap !== null && (
        <>
          <p className="strong">{t('exchange:gap.title', { change: gap.missingFrom })}</p>
          <p>
            {gap.packages.length > 0 && t('exchange:gap.packages', { packages: list(gap.packages) })}
            {gap.waiting.length > 0 && t('exchange:gap.waiting', { packages: list(gap.waiting) })}
            {t('exchange:gap.source', { number: gap.receipt })}
          </p>
          {mayOffer && (
            <div className="row">
              <Button size="small" loading={again.isPending} onClick={() => again.mutate(false)}>
                {t('exchange:gap.offer')}
              </Button>
              <span className="sub">{t('exchange:gap.offerMeans')}</span>
            </div>
          )}
          {again.data !== undefined && (
            <p className="sub" role="status">
              {t('exchange:again.done', { first: again.data.next.first })}
            </p>
          )}
          <RefusalMessage error={again.error} />
        </>
      )}
      {missingNumbers.length > 0 && <p>{t('exchange:gap.receipts', { numbers: list(missingNumbers) })}</p>}
    </section>
  )
}
