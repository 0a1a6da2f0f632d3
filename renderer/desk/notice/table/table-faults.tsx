import { useTranslation } from 'react-i18next'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'

const MOST = 8

/** What still keeps a list out of the text, each with its row; or that its sums agree. */
export function TableFaults({ table }: { readonly table: TableDetail }) {
  const { t, i18n } = useTranslation('table')
  const { faults, after, repeatedVouchers } = table
  const hint =
    repeatedVouchers.length > 0 ? (
      <p className="nt-warn">{t('work.vouchers', { rows: repeatedVouchers.slice(0, 20).join('、') })}</p>
    ) : null
  if (faults.length === 0) {
    const sums = (after.totals ?? []).flatMap((sum, column) =>
      sum === '' ? [] : [t('work.sumOf', { column: after.header[column] ?? '', sum })],
    )
    return (
      <>
        <p className="tb-fine" role="status">
          {t('work.fine')}
          {sums.length > 0 ? <span className="nt-soft">{sums.join('　')}</span> : null}
        </p>
        {hint}
      </>
    )
  }
  return (
    <div className="tb-faults" role="alert">
      <p>{t('work.faultsTitle')}</p>
      <ul>
        {faults.slice(0, MOST).map((fault, at) => (
          <li key={at}>{refusalText(i18n, { ok: false, ...fault })}</li>
        ))}
        {faults.length > MOST ? <li>{t('panel.faults', { count: faults.length })}</li> : null}
      </ul>
      {hint}
    </div>
  )
}
