import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WithdrawalReason } from '../../../../domain/notice/notice-state.ts'

type Order = { readonly authority: string; readonly number: string }

/** What some reasons have to say beside the note: where it went, or who ordered it down. */
export function WithdrawalMore(props: {
  readonly reason: WithdrawalReason | null
  readonly into: string
  readonly setInto: (index: string) => void
  readonly order: Order
  readonly setOrder: (order: Order) => void
}) {
  const { t } = useTranslation('edition')
  const { order } = props
  if (props.reason === 'CONSOLIDATED') {
    return (
      <>
        <label className="nt-label" htmlFor="withdraw-into">
          {t('withdraw.into')}
        </label>
        <Input
          id="withdraw-into"
          value={props.into}
          onChange={(event) => {
            props.setInto(event.target.value)
          }}
        />
        <p className="nt-field-hint">{t('withdraw.intoMeaning')}</p>
      </>
    )
  }
  if (props.reason !== 'ORDERED_DOWN') return null
  return (
    <>
      <label className="nt-label" htmlFor="withdraw-authority">
        {t('withdraw.authority')}
      </label>
      <Input
        id="withdraw-authority"
        value={order.authority}
        onChange={(event) => {
          props.setOrder({ ...order, authority: event.target.value })
        }}
      />
      <label className="nt-label" htmlFor="withdraw-number">
        {t('withdraw.number')}
      </label>
      <Input
        id="withdraw-number"
        value={order.number}
        onChange={(event) => {
          props.setOrder({ ...order, number: event.target.value })
        }}
      />
      <p className="nt-field-hint">{t('withdraw.orderMeaning')}</p>
    </>
  )
}
