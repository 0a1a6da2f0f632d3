import { useTranslation } from 'react-i18next'
import type { DownwardItemRow, DownwardPackageRow } from '../../../county/web/send-down/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { MoreRows } from '../more-rows.tsx'
import { useHasRole } from '../shell/session-context.ts'
import { usePages } from '../use-pages.ts'
import { SendDownForm } from './send-down-form.tsx'

function Items() {
  const { t } = useTranslation('county')
  const items = usePages<DownwardItemRow>('downward-items')
  return (
    <section className="card scroll">
      <h2>{t('sendDown.items')}</h2>
      <QueryBody query={items}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('sendDown.noItems')} />
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('sendDown.what')}</th>
                    <th scope="col">{t('sendDown.kindHead')}</th>
                    <th scope="col" className="number">
                      {t('sendDown.version')}
                    </th>
                    <th scope="col">{t('sendDown.made')}</th>
                    <th scope="col" className="number">
                      {t('sendDown.offices')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        <b className="breakable">{row.title}</b>
                        <div className="sub breakable">
                          {row.fileName} · {byteSize(row.size)}
                        </div>
                      </td>
                      <td className="nowrap">{t(`sendDown.kind.${row.kind}`)}</td>
                      <td className="number">{row.version}</td>
                      <td className="nowrap">{instantText(row.createdAt)}</td>
                      <td className="number">{row.offices}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <MoreRows rows={items} />
            </>
          )
        }
      </QueryBody>
    </section>
  )
}

function Packages() {
  const { t } = useTranslation('county')
  const packages = usePages<DownwardPackageRow>('downward-packages')
  return (
    <section className="card scroll">
      <h2>{t('sendDown.packages')}</h2>
      <QueryBody query={packages}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('sendDown.noPackages')} />
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('sheet.office')}</th>
                    <th scope="col" className="number">
                      {t('sendDown.number')}
                    </th>
                    <th scope="col">{t('sendDown.holds')}</th>
                    <th scope="col">{t('sendDown.made')}</th>
                    <th scope="col">{t('receipts.take')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.officeId} ${row.sequence}`}>
                      <td className="breakable">{row.officeName}</td>
                      <td className="number">{row.sequence}</td>
                      <td className="breakable">{row.titles.join('、')}</td>
                      <td className="nowrap">{instantText(row.claimedAt)}</td>
                      <td className="nowrap">
                        <a href={address(`offices/${row.officeId}/downward/${row.sequence}`)} download>
                          {t('receipts.download')}
                        </a>{' '}
                        <span className="sub">{byteSize(row.size)}</span>
                      </td>
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

/** What the county gives out to its offices, and the packages it went into. */
export function SendDownPage() {
  const { t } = useTranslation('county')
  const collects = useHasRole('COLLECTOR')
  return (
    <>
      <PageHead title={t('sendDown.title')} sub={t('sendDown.sub')} />
      {collects && <SendDownForm />}
      <Items />
      <Packages />
    </>
  )
}
