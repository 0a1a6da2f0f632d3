import { useTranslation } from 'react-i18next'
import type { ReceiptRow } from '../../../county/web/office/views.ts'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { PagedTable } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'

/** What an office was answered, receipt by receipt. */
export function ReceiptsCard({ id }: { readonly id: number }) {
  const { t } = useTranslation('county')
  const receipts = usePages<ReceiptRow>(`offices/${id}/receipts`)
  return (
    <PagedTable
      title={t('receipts.title')}
      rows={receipts}
      empty={t('receipts.empty')}
      heads={[
        { number: t('receipts.number') },
        t('receipts.written'),
        { number: t('receipts.package') },
        t('receipts.verdict'),
        t('receipts.take'),
      ]}
    >
      {(one) => (
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
      )}
    </PagedTable>
  )
}
