import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '../../../../server/exchange/receipt/views.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { href } from '../../../shared/desk/route.ts'
import { listReceipts } from '../../api/exchange-receipt-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { RECEIPTS_KEY } from '../exchange-keys.ts'
import type { StateSign } from '../state-icon.tsx'
import { StateMark, type StateTone } from '../state-mark.tsx'

const LOOKS: Readonly<Record<ReceiptView['verdict'], readonly [StateTone, StateSign]>> = {
  ACCEPTED: ['good', 'tick'],
  PARTLY_REJECTED: ['partly', 'alert'],
  HELD: ['waiting', 'pause'],
}

function Row({ receipt }: { readonly receipt: ReceiptView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const [tone, sign] = LOOKS[receipt.verdict]
  const { number, sequence, accepted, rejected, unknown } = receipt
  return (
    <tr>
      <td className="nowrap strong">{t('receipt.name', { number })}</td>
      <td>
        {receipt.formerInstance ? (
          t('package.name', { sequence })
        ) : (
          <a href={href(`/exchange/packages/${sequence}`)}>{t('package.name', { sequence })}</a>
        )}
        {receipt.formerInstance && <p className="sub">{t('receipt.formerInstance')}</p>}
        {receipt.formerCounty && <p className="sub">{t('receipt.formerCounty')}</p>}
      </td>
      <td>
        <StateMark tone={tone} sign={sign}>
          {t(`receipt.verdict.${receipt.verdict}`)}
        </StateMark>
        {receipt.verdict !== 'HELD' && <p className="sub">{t('receipt.counts', { accepted, rejected })}</p>}
        {receipt.place !== 'NEW' && <p className="sub">{t(`receipt.place.${receipt.place}`)}</p>}
        {unknown.length > 0 && (
          <details className="ex-unknown">
            <summary>{t('receipt.unknown', { count: unknown.length })}</summary>
            <p className="sub">{t('receipt.unknownMeans')}</p>
            <ul>
              {unknown.map((edition) => (
                <li key={edition.hash}>
                  {t('change.edition', { indexNumber: edition.indexNumber, number: edition.editionNumber })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>
        <span className="nowrap">{dayAndTime(receipt.takenAt, i18n.language, clock.now)}</span>
        <p className="sub">
          {t(`receipt.came.${receipt.cameAs}`)}
          {receipt.takenBy !== null && `　${receipt.takenBy.name}`}
        </p>
      </td>
    </tr>
  )
}

/** Receipts on record, newest first. */
export function ReceiptsCard() {
  const { t } = useTranslation('exchange')
  const receipts = useQuery({ queryKey: RECEIPTS_KEY, queryFn: listReceipts })
  return (
    <section className="card" aria-labelledby="ex-receipts">
      <h2 id="ex-receipts">{t('receipt.title')}</h2>
      <QueryBody query={receipts}>
        {(data) =>
          data.receipts.length === 0 ? (
            <EmptyState title={t('receipt.none')}>
              <p className="sub">{t('receipt.noneHint')}</p>
            </EmptyState>
          ) : (
            <div className="ex-scroll" tabIndex={0} role="region" aria-label={t('receipt.title')}>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('receipt.column.receipt')}</th>
                    <th scope="col">{t('receipt.column.about')}</th>
                    <th scope="col">{t('receipt.column.verdict')}</th>
                    <th scope="col">{t('receipt.column.taken')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.receipts.map((receipt) => (
                    <Row key={receipt.id} receipt={receipt} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryBody>
    </section>
  )
}
