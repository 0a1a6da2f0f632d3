import { useTranslation } from 'react-i18next'
import type { ReceiptRow } from '../../../county/web/office/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { MoreRows } from '../more-rows.tsx'
import { usePages } from '../use-pages.ts'

/** What an office was answered, receipt by receipt. */
export function ReceiptsCard({ id }: { readonly id: number }) {
  const { t } = useTranslation('county')
  const receipts = usePages<ReceiptRow>(`offices/${id}/receipts`)
  return (
    <section className="card scroll">
      <h2>{t('receipts.title')}</h2>
      <QueryBody query={receipts}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('receipts.empty')} />
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col" className="number">
                      {t('receipts.number')}
                    </th>
                    <th scope="col">{t('receipts.written')}</th>
                    <th scope="col" className="number">
                      {t('receipts.package')}
                    </th>
                    <th scope="col">{t('receipts.verdict')}</th>
                    <th scope="col">{t('receipts.take')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={one.number}>
                      <td className="number strong">{one.number}</td>
                      <td className="nowrap">{instantText(one.claimedAt)}</td>
                      <td className="number">{one.sequence}</td>
                      <td className="nowrap">
                        <span className={`pill verdict-${one.verdict}`}>{t(`verdict.${one.verdict}`)}</span>
                      </td>
                      <td className="row">
                        <a href={address(`offices/${id}/receipts/${one.number}/file`)} download>
                          {t('receipts.download')}
                        </a>
                        <a href={href(`/offices/${id}/receipts/${one.number}`)}>{t('receipts.print')}</a>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <MoreRows rows={receipts} />
            </>
          )
        }
      </QueryBody>
    </section>
  )
}
