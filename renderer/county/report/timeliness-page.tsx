import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyCounts, ItemTimeliness, OfficeTimeliness } from '../../../county/report/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { PagedTable } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'
import { type Period, PeriodChooser, today, yearOf } from './period-chooser.tsx'
import { CoverageCell, ShareCell } from './share-cell.tsx'

const COUNTS = ['timely', 'late', 'unconfirmed', 'overdue', 'unknown', 'open'] as const

function CountCells({ counts }: { readonly counts: DutyCounts }) {
  return COUNTS.map((name) => (
    <td key={name} className={counts[name] > 0 && name === 'overdue' ? 'number bad' : 'number'}>
      {counts[name]}
    </td>
  ))
}

function Offices({ period }: { readonly period: Period }) {
  const { t } = useTranslation('county')
  const offices = usePages<OfficeTimeliness>('timeliness/offices', period)
  return (
    <PagedTable
      className="plain counts"
      rows={offices}
      empty={t('offices.empty')}
      heads={[
        t('sheet.office'),
        t('timeliness.rate'),
        ...COUNTS.map((name) => ({ number: t(`sheet.${name}`) })),
        t('timeliness.coverage'),
        { number: t('sheet.unproved') },
      ]}
    >
      {(row) => (
        <tr key={row.officeId}>
          <td>
            <a className="breakable" href={href(`/offices/${row.officeId}`)}>
              {row.officeName}
            </a>
            {row.heard && row.lastContactAt !== null && (
              <div className="sub nowrap">
                {t('timeliness.asOf', { day: instantText(row.lastContactAt).slice(0, 10) })}
              </div>
            )}
            {row.figuresFrom !== null && row.figuresFrom > period.from && (
              <div className="sub nowrap">{t('timeliness.figuresFrom', { day: row.figuresFrom })}</div>
            )}
          </td>
          {row.heard ? (
            <>
              <td>
                <ShareCell counts={row} />
              </td>
              <CountCells counts={row} />
              <td>
                <CoverageCell part={row.itemsDone} whole={row.items} />
              </td>
              <td className={row.unproved > 0 ? 'number bad' : 'number'}>{row.unproved}</td>
            </>
          ) : (
            <td colSpan={COUNTS.length + 3} className="waits">
              {t('sheet.nothingCame')}
            </td>
          )}
        </tr>
      )}
    </PagedTable>
  )
}

function Items({ period }: { readonly period: Period }) {
  const { t } = useTranslation('county')
  const items = usePages<ItemTimeliness>('timeliness/items', period)
  return (
    <PagedTable
      className="plain counts"
      rows={items}
      empty={t('timeliness.noItems')}
      heads={[
        t('timeliness.item'),
        t('timeliness.rate'),
        ...COUNTS.map((name) => ({ number: t(`sheet.${name}`) })),
        t('timeliness.officesDone'),
      ]}
    >
      {(row) => (
        <tr key={`${row.catalogue} ${row.level1} ${row.level2}`}>
          <td>
            <span className="breakable">{row.level2 === '' ? row.level1 : row.level2}</span>
            <div className="sub breakable">
              {row.level2 === '' ? row.catalogue : `${row.level1} · ${row.catalogue}`}
            </div>
          </td>
          <td>
            <ShareCell counts={row} />
          </td>
          <CountCells counts={row} />
          <td>
            <CoverageCell part={row.officesDone} whole={row.offices} />
          </td>
        </tr>
      )}
    </PagedTable>
  )
}

/** How much was done on time, by office and by item, with the arithmetic behind it. */
export function TimelinessPage() {
  const { t, i18n } = useTranslation('county')
  const [period, setPeriod] = useState<Period>(() => yearOf(today()))
  const [by, setBy] = useState<'offices' | 'items'>('offices')
  const language = i18n.language === 'en' ? 'en' : 'zh-Hans'
  return (
    <>
      <PageHead title={t('timeliness.title')} sub={t('sheet.how')}>
        <a className="button-link" href={address('timeliness/workbook', { ...period, language })} download>
          {t('timeliness.download')}
        </a>
      </PageHead>
      <PeriodChooser period={period} onChange={setPeriod} />
      <div className="tabs" role="group" aria-label={t('timeliness.by')}>
        {(['offices', 'items'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={by === one} onClick={() => setBy(one)}>
            {t(`timeliness.by${one === 'offices' ? 'Offices' : 'Items'}`)}
          </button>
        ))}
      </div>
      {by === 'offices' ? <Offices period={period} /> : <Items period={period} />}
    </>
  )
}
