import { useTranslation } from 'react-i18next'
import type { PackageRow } from '../../../county/web/office/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { MoreRows } from '../more-rows.tsx'
import { usePages } from '../use-pages.ts'

/** What an office handed in, package by package. */
export function PackagesCard({ id }: { readonly id: number }) {
  const { t } = useTranslation('county')
  const packages = usePages<PackageRow>(`offices/${id}/packages`)
  return (
    <section className="card scroll">
      <h2>{t('packages.title')}</h2>
      <QueryBody query={packages}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('packages.empty')} />
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col" className="number">
                      {t('packages.number')}
                    </th>
                    <th scope="col">{t('packages.received')}</th>
                    <th scope="col">{t('packages.state')}</th>
                    <th scope="col">{t('packages.changes')}</th>
                    <th scope="col">{t('packages.contents')}</th>
                    <th scope="col" className="number">
                      {t('packages.accepted')}
                    </th>
                    <th scope="col" className="number">
                      {t('packages.rejected')}
                    </th>
                    <th scope="col" className="number">
                      {t('packages.size')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={`${one.instanceId} ${one.sequence}`}>
                      <td className="number strong">{one.sequence}</td>
                      <td className="nowrap">
                        {instantText(one.receivedAt)}
                        <div className="sub">{t(`packages.cameBy.${one.cameBy}`)}</div>
                      </td>
                      <td className="nowrap">
                        <span className={`pill package-${one.state}`}>{t(`packages.is.${one.state}`)}</span>
                      </td>
                      <td className="nowrap">
                        {one.firstChange > one.lastChange
                          ? t('packages.noChanges')
                          : `${one.firstChange}–${one.lastChange}`}
                      </td>
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
                  ))}
                </tbody>
              </table>
              <MoreRows rows={packages} />
            </>
          )
        }
      </QueryBody>
    </section>
  )
}
