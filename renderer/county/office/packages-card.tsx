import { useTranslation } from 'react-i18next'
import type { PackageRow } from '../../../county/web/office/views.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { PagedTable } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'

/** From which change to which a package answers; null for none. */
function changesOf({ firstChange, lastChange }: PackageRow): string | null {
  if (firstChange > lastChange) return null
  return firstChange === lastChange ? String(firstChange) : `${firstChange}–${lastChange}`
}

/** What an office handed in, package by package. */
export function PackagesCard({ id }: { readonly id: number }) {
  const { t } = useTranslation('county')
  const packages = usePages<PackageRow>(`offices/${id}/packages`)
  return (
    <PagedTable
      title={t('packages.title')}
      rows={packages}
      empty={t('packages.empty')}
      heads={[
        { number: t('packages.number') },
        t('packages.received'),
        t('packages.state'),
        t('packages.changes'),
        t('packages.contents'),
        { number: t('packages.accepted') },
        { number: t('packages.rejected') },
        { number: t('packages.size') },
      ]}
    >
      {(one) => (
        <tr key={`${one.instanceId} ${one.sequence}`}>
          <td className="number strong">{one.sequence}</td>
          <td className="nowrap">
            {instantText(one.receivedAt)}
            <div className="sub">{t(`packages.cameBy.${one.cameBy}`)}</div>
          </td>
          <td className="nowrap">
            <span className={`pill package-${one.state}`}>{t(`packages.is.${one.state}`)}</span>
          </td>
          <td className="nowrap">{changesOf(one) ?? t('packages.noChanges')}</td>
          <td>
            {t('packages.counts', {
              editions: one.editions,
              withdrawals: one.withdrawals,
              statistics: one.statistics,
              attachments: one.attachments,
            })}
          </td>
          <td className="number">{one.accepted}</td>
          <td className={one.rejected > 0 ? 'number bad' : 'number'}>{one.rejected}</td>
          <td className="number nowrap">{byteSize(one.size)}</td>
        </tr>
      )}
    </PagedTable>
  )
}
