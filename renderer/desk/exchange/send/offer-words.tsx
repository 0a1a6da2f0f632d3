import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutboxView } from '../../../../server/exchange/views.ts'
import { listPackages } from '../../api/exchange-api.ts'
import { PACKAGES_KEY } from '../exchange-keys.ts'

/** Where the next package starts, and why there. */
export function OfferWords({ next }: { readonly next: OutboxView['next'] }) {
  const { t } = useTranslation('exchange')
  const packages = useQuery({ queryKey: PACKAGES_KEY, queryFn: listPackages }).data
  const { first, last, reason } = next
  const before =
    reason === 'INCREMENT'
      ? packages?.find(({ offer, ofFormerInstance }) => !ofFormerInstance && offer?.last === first - 1)
      : undefined
  return (
    <>
      <p className="strong">
        {before === undefined ? t(`send.reason.${reason}`) : t('send.after', { sequence: before.sequence })}
      </p>
      {last >= first && (
        <p className="sub">
          {t(last === first ? 'send.carriesOne' : 'send.carries', {
            first,
            last,
            editions: next.editions,
            withdrawals: next.withdrawals,
          })}
        </p>
      )}
    </>
  )
}
