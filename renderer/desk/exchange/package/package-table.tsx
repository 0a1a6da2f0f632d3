import { useTranslation } from 'react-i18next'
import type { PackageView } from '../../../../server/exchange/views.ts'
import { href } from '../../../shared/desk/route.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { PackageState } from './package-state.tsx'
import { rangeText } from './range-text.ts'

/** The way a package last took, and how long it has been on it. */
function Sent({ one }: { readonly one: PackageView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const last = one.carriages.at(-1)
  if (last === undefined) return <span className="soft">{t('package.notSent')}</span>
  return (
    <>
      <span className="nowrap">{dayAndTime(last.at, i18n.language, clock.now)}</span>
      <p className="sub breakable">
        {t(`carriage.${last.carrier}`, { place: last.place })}
        {last.person !== '' && t('carriage.person', { person: last.person })}
      </p>
    </>
  )
}

/** Packages written so far, newest first: what is in each, how it went, and what became of it. */
export function PackageTable({ packages }: { readonly packages: readonly PackageView[] }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  return (
    <div className="ex-scroll" tabIndex={0} role="region" aria-label={t('tab.packages')}>
      <table className="plain ex-packages">
        <thead>
          <tr>
            <th scope="col">{t('package.column.package')}</th>
            <th scope="col">{t('package.column.holds')}</th>
            <th scope="col">{t('package.column.sent')}</th>
            <th scope="col" className="number">
              {t('package.column.days')}
            </th>
            <th scope="col">{t('package.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {packages.map((one) => (
            <tr key={one.sequence}>
              <td className="nowrap">
                <a className="strong" href={href(`/exchange/packages/${one.sequence}`)}>
                  {t('package.name', { sequence: one.sequence })}
                </a>
                <p className="sub">{dayAndTime(one.createdAt, i18n.language, clock.now)}</p>
              </td>
              <td>
                {t('package.holds', { editions: one.editionCount, withdrawals: one.withdrawalCount })}
                <p className="sub">
                  {one.offer !== null && rangeText(i18n, one.offer)}
                  {one.offer !== null && '　'}
                  {byteSize(one.size)}
                </p>
                {one.ofFormerInstance && <p className="sub">{t('package.former')}</p>}
              </td>
              <td>
                <Sent one={one} />
              </td>
              <td className="number">{one.daysInTransit}</td>
              <td>
                <PackageState one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
