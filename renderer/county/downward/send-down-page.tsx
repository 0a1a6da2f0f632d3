import { useTranslation } from 'react-i18next'
import type { DownwardItemRow, DownwardPackageRow } from '../../../county/web/send-down/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { PagedTable } from '../paged-list.tsx'
import { useHasRole } from '../shell/session-context.ts'
import { usePages } from '../use-pages.ts'
import { SendDownForm } from './send-down-form.tsx'

function Items() {
  const { t } = useTranslation('county')
  const items = usePages<DownwardItemRow>('downward-items')
  return (
    <PagedTable
      title={t('sendDown.items')}
      rows={items}
      empty={t('sendDown.noItems')}
      heads={[
        t('sendDown.what'),
        t('sendDown.kindHead'),
        { number: t('sendDown.version') },
        t('sendDown.made'),
        { number: t('sendDown.offices') },
      ]}
    >
      {(row) => (
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
      )}
    </PagedTable>
  )
}

function Packages() {
  const { t } = useTranslation('county')
  const packages = usePages<DownwardPackageRow>('downward-packages')
  return (
    <PagedTable
      title={t('sendDown.packages')}
      rows={packages}
      empty={t('sendDown.noPackages')}
      heads={[
        t('sheet.office'),
        { number: t('sendDown.number') },
        t('sendDown.holds'),
        t('sendDown.made'),
        t('receipts.take'),
      ]}
    >
      {(row) => (
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
      )}
    </PagedTable>
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
