import { useTranslation } from 'react-i18next'
import type { NoticeRecord } from '../../../../server/notice/archive/views.ts'
import { dayWords } from '../format.ts'

/** What stands on record of one edition beside its text: what it changed, where it went, how long it is kept. */
export function EditionSaid({ edition }: { readonly edition: NoticeRecord['editions'][number] | undefined }) {
  const { t, i18n } = useTranslation(['edition', 'terms'])
  if (edition === undefined) return null
  const { change, withdrawal, retention, retainUntil } = edition
  const order = withdrawal?.order
  const orderWords =
    order === undefined || order.number === ''
      ? (order?.authority ?? '')
      : t('edition:editions.orderNumber', order)
  return (
    <>
      {change === null ? null : (
        <div>
          <b>{t(`terms:changeKind.${change.kind}`)}</b> {change.note}
        </div>
      )}
      {withdrawal === null || withdrawal.consolidatedInto === '' ? null : (
        <div className="nt-soft">{t('edition:editions.into', { number: withdrawal.consolidatedInto })}</div>
      )}
      {orderWords === '' ? null : (
        <div className="nt-soft">{t('edition:editions.orderedBy', { authority: orderWords })}</div>
      )}
      {retention === null ? null : (
        <div className="nt-soft">
          {t('edition:record.retention')}{' '}
          {retainUntil === null
            ? t(`terms:retention.${retention}`)
            : t('edition:record.until', {
                retention: t(`terms:retention.${retention}`),
                day: dayWords(retainUntil, i18n.language),
              })}
        </div>
      )}
    </>
  )
}
