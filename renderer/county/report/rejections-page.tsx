import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RejectionRow } from '../../../county/report/views.ts'
import { RECORD_FAULT_CODES } from '../../../domain/exchange/record-fault.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { href, replace, useRoute } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { OfficeSelect } from '../office-select.tsx'
import { PagedTable } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'
import { AllowanceCell } from './allowance-cell.tsx'
import { FaultText } from './fault-text.tsx'

function Line({ row }: { readonly row: RejectionRow }) {
  const { t } = useTranslation('county')
  return (
    <tr>
      <td>
        <a className="breakable" href={href(`/offices/${row.officeId}`)}>
          {row.officeName}
        </a>
      </td>
      <td>
        <span className="code breakable">{row.indexNumber}</span>
        <div className="sub">
          {t('rejections.edition', { number: row.editionNumber })} · {t(`sheet.${row.kind}`)}
        </div>
      </td>
      <td>
        <FaultText fault={row.fault} />
        <AllowanceCell row={row} />
      </td>
      <td className="nowrap">{t('rejections.from', { sequence: row.sequence, change: row.change })}</td>
      <td className="nowrap">{instantText(row.rejectedAt)}</td>
      <td className="nowrap">
        <span className={row.mended ? 'good' : 'bad'}>
          {t(row.mended ? 'sheet.mendedYes' : 'sheet.mendedNo')}
        </span>
      </td>
    </tr>
  )
}

/** What the county rejected and why; the office finds the same in its receipt. */
export function RejectionsPage() {
  const { t, i18n } = useTranslation('county')
  const { query } = useRoute()
  const office = query.get('office') ?? ''
  const code = query.get('code') ?? ''
  const open = query.get('all') === null
  const go = (part: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams({ office, code, ...(open ? {} : { all: '1' }), ...part })
    for (const [name, value] of [...next]) if (value === '') next.delete(name)
    replace(`/rejections?${next.toString()}`)
  }
  const asked = { office, code, ...(open && { open: '1' }) }
  const rejections = usePages<RejectionRow>('rejections', asked)
  const language = i18n.language === 'en' ? 'en' : 'zh-Hans'
  return (
    <>
      <PageHead title={t('rejections.title')} sub={t('rejections.sub')}>
        <a className="button-link" href={address('rejections/workbook', { ...asked, language })} download>
          {t('rejections.download')}
        </a>
      </PageHead>
      <div className="filter">
        <label htmlFor="rejections-office">{t('list.office')}</label>
        <OfficeSelect id="rejections-office" value={office} onChange={(value) => go({ office: value })} />
        <label htmlFor="rejections-code">{t('rejections.reason')}</label>
        <Select
          id="rejections-code"
          className="office-select"
          value={code}
          options={[
            { value: '', label: t('rejections.anyReason') },
            ...RECORD_FAULT_CODES.map((one) => ({ value: one as string, label: t(`faultName.${one}`) })),
          ]}
          onChange={(value) => go({ code: value })}
        />
        <Checkbox checked={open} onChange={(event) => go({ all: event.target.checked ? '' : '1' })}>
          {t('rejections.onlyOpen')}
        </Checkbox>
      </div>
      <PagedTable
        rows={rejections}
        empty={t(open ? 'rejections.noneOpen' : 'rejections.none')}
        heads={[
          t('sheet.office'),
          t('sheet.indexNumber'),
          t('sheet.why'),
          t('sheet.packageNumber'),
          t('sheet.rejectedAt'),
          t('sheet.mended'),
        ]}
      >
        {(row) => <Line key={`${row.officeId} ${row.instanceId} ${row.sequence} ${row.change}`} row={row} />}
      </PagedTable>
    </>
  )
}
