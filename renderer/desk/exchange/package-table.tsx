import { useTranslation } from 'react-i18next'
import type { PackageView } from '../../../server/exchange/views.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { packageFileAddress } from '../api/exchange-api.ts'

/** Packages written so far, newest first, each to be fetched again. */
export function PackageTable({ packages }: { readonly packages: readonly PackageView[] }) {
  const { t } = useTranslation('desk')
  const sorted = [...packages].sort((a, b) => b.sequence - a.sequence)
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('exchange.sequence')}
          </th>
          <th scope="col">{t('exchange.file')}</th>
          <th scope="col" className="number">
            {t('exchange.editions')}
          </th>
          <th scope="col" className="number">
            {t('exchange.withdrawals')}
          </th>
          <th scope="col" className="number">
            {t('exchange.size')}
          </th>
          <th scope="col">{t('exchange.createdAt')}</th>
          <th scope="col">
            <span className="hidden-text">{t('exchange.download')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((one) => (
          <tr key={one.sequence}>
            <td className="number">{one.sequence}</td>
            <td>
              <span className="breakable">{one.fileName}</span>
              <p className="sub code" title={one.sha256}>
                {t('exchange.digest', { start: one.sha256.slice(0, 16) })}
              </p>
            </td>
            <td className="number">{one.editionCount}</td>
            <td className="number">{one.withdrawalCount}</td>
            <td className="number nowrap">{byteSize(one.size)}</td>
            <td className="soft nowrap">
              {instantText(one.createdAt)} {one.createdBy.name}
            </td>
            <td className="end">
              <a
                className="button-link"
                href={packageFileAddress(one.sequence)}
                download={one.fileName}
                aria-label={t('exchange.downloadOf', { name: one.fileName })}
              >
                {t('exchange.download')}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
