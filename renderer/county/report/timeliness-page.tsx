import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyCounts, ItemTimeliness, OfficeTimeliness } from '../../../county/report/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address } from '../county-api.ts'
import { MoreRows } from '../more-rows.tsx'
import { usePages } from '../use-pages.ts'
import { type Period, PeriodChooser, today, yearOf } from './period-chooser.tsx'
import { CoverageCell, ShareCell } from './share-cell.tsx'

const COUNTS = ['timely', 'late', 'unconfirmed', 'overdue', 'unknown', 'open'] as const

function CountHeads() {
  const { t } = useTranslation('county')
  return COUNTS.map((name) => (
    <th key={name} scope="col" className="number">
      {t(`sheet.${name}`)}
    </th>
  ))
}

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
    <QueryBody query={offices}>
      {(rows) =>
        rows.length === 0 ? (
          <section className="card">
            <EmptyState title={t('offices.empty')} />
          </section>
        ) : (
          <>
            <section className="card scroll">
              <table className="plain counts">
                <thead>
                  <tr>
                    <th scope="col">{t('sheet.office')}</th>
                    <th scope="col">{t('timeliness.rate')}</th>
                    <CountHeads />
                    <th scope="col">{t('timeliness.coverage')}</th>
                    <th scope="col" className="number">
                      {t('sheet.unproved')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
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
                          <div className="sub nowrap">
                            {t('timeliness.figuresFrom', { day: row.figuresFrom })}
                          </div>
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
                  ))}
                </tbody>
              </table>
            </section>
            <MoreRows rows={offices} />
          </>
        )
      }
    </QueryBody>
  )
}

function Items({ period }: { readonly period: Period }) {
  const { t } = useTranslation('county')
  const items = usePages<ItemTimeliness>('timeliness/items', period)
  return (
    <QueryBody query={items}>
      {(rows) =>
        rows.length === 0 ? (
          <section className="card">
            <EmptyState title={t('timeliness.noItems')} />
          </section>
        ) : (
          <>
            <section className="card scroll">
              <table className="plain counts">
                <thead>
                  <tr>
                    <th scope="col">{t('timeliness.item')}</th>
                    <th scope="col">{t('timeliness.rate')}</th>
                    <CountHeads />
                    <th scope="col">{t('timeliness.officesDone')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.catalogue} ${row.level1} ${row.level2}`}>
                      <td>
                        <span className="breakable">{row.level2}</span>
                        <div className="sub breakable">
                          {row.level1} · {row.catalogue}
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
                  ))}
                </tbody>
              </table>
            </section>
            <MoreRows rows={items} />
          </>
        )
      }
    </QueryBody>
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
      <div className="switch" role="group" aria-label={t('timeliness.by')}>
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
