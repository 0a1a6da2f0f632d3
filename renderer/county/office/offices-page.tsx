import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeRow, OfficeTotals } from '../../../county/web/office/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { ask } from '../county-api.ts'
import { MoreRows } from '../more-rows.tsx'
import { useHasRole } from '../shell/session-context.ts'
import { usePages } from '../use-pages.ts'

function Tile({
  count,
  label,
  tone,
}: {
  readonly count: number
  readonly label: string
  readonly tone: string
}) {
  return (
    <li className={count > 0 ? `tile ${tone}` : 'tile'}>
      <b>{count}</b>
      <span>{label}</span>
    </li>
  )
}

function Totals() {
  const { t } = useTranslation('county')
  const totals = useQuery({
    queryKey: ['office-totals'],
    queryFn: ({ signal }) => ask<OfficeTotals>('office-totals', {}, signal),
  }).data
  if (totals === undefined || totals.offices === 0) return null
  return (
    <ul className="tiles" aria-label={t('offices.totals')}>
      <Tile count={totals.offices} label={t('offices.all')} tone="" />
      <Tile count={totals.gaps} label={t('offices.withGaps')} tone="bad" />
      <Tile count={totals.waiting} label={t('offices.waitingPackages')} tone="waits" />
      <Tile count={totals.silent} label={t('offices.silent', { count: totals.silentDays })} tone="soon" />
      <Tile count={totals.rejected} label={t('offices.rejected')} tone="bad" />
    </ul>
  )
}

function OfficeLine({ office }: { readonly office: OfficeRow }) {
  const { t } = useTranslation(['county', 'desk'])
  const numbers = (list: readonly number[]) => list.join(t('desk:common.listComma'))
  return (
    <tr>
      <td>
        <a className="strong breakable" href={href(`/offices/${office.id}`)}>
          {office.name}
        </a>
        <div className="sub code">{office.uscc}</div>
      </td>
      <td className="nowrap">
        {office.lastContactAt === null || office.daysSince === null ? (
          <span className="sub">{t('offices.never')}</span>
        ) : (
          <>
            {instantText(office.lastContactAt).slice(0, 10)}
            <div className={office.daysSince > 31 ? 'soon' : 'sub'}>
              {office.daysSince === 0
                ? t('offices.today')
                : t('offices.daysAgo', { count: office.daysSince })}
            </div>
          </>
        )}
      </td>
      <td className="number">{office.sequence ?? <span className="sub">{t('offices.nothingYet')}</span>}</td>
      <td>
        {office.missingFrom === null ? (
          office.sequence !== null && <span className="sub">{t('offices.noGap')}</span>
        ) : (
          <span className="bad">
            {office.missing.length > 0
              ? t('offices.missing', { numbers: numbers(office.missing) })
              : t('offices.missingFrom', { change: office.missingFrom })}
          </span>
        )}
        {office.waiting.length > 0 && (
          <div className="waits">{t('offices.waiting', { numbers: numbers(office.waiting) })}</div>
        )}
      </td>
      <td className="number">
        {office.rejected === 0 ? (
          0
        ) : (
          <a className="bad" href={href(`/rejections?office=${office.id}`)}>
            {office.rejected}
          </a>
        )}
      </td>
      <td className="number">{office.editions}</td>
      <td className="nowrap">
        <span className={`pill key-${office.key}`}>{t(`offices.key.${office.key}`)}</span>
      </td>
    </tr>
  )
}

/** How every office stands: what came last, what is missing, what was rejected. */
export function OfficesPage() {
  const { t } = useTranslation('county')
  const [typed, setTyped] = useState('')
  const offices = usePages<OfficeRow>('offices', { search: typed.trim() })
  const collects = useHasRole('COLLECTOR')
  const none = offices.data?.length === 0
  return (
    <>
      <PageHead title={t('offices.title')} sub={t('offices.sub')}>
        {collects && (
          <a className="button-link" href={href('/take-in')}>
            {t('nav.takeIn')}
          </a>
        )}
      </PageHead>
      <Totals />
      {!(none && typed === '') && (
        <div className="filter">
          <label htmlFor="office-search">{t('offices.search')}</label>
          <Input
            id="office-search"
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <QueryBody query={offices}>
        {(rows) =>
          rows.length === 0 ? (
            <section className="card">
              {typed === '' ? (
                <EmptyState title={t('offices.empty')}>
                  <p>{t('offices.emptyWhat')}</p>
                </EmptyState>
              ) : (
                <EmptyState title={t('offices.notFound')} />
              )}
            </section>
          ) : (
            <>
              <section className="card scroll">
                <table className="plain">
                  <thead>
                    <tr>
                      <th scope="col">{t('offices.office')}</th>
                      <th scope="col">{t('offices.lastContact')}</th>
                      <th scope="col" className="number">
                        {t('offices.lastPackage')}
                      </th>
                      <th scope="col">{t('offices.gap')}</th>
                      <th scope="col" className="number">
                        {t('offices.rejectedHead')}
                      </th>
                      <th scope="col" className="number">
                        {t('offices.editions')}
                      </th>
                      <th scope="col">{t('offices.keyHead')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((office) => (
                      <OfficeLine key={office.id} office={office} />
                    ))}
                  </tbody>
                </table>
              </section>
              <MoreRows rows={offices} />
            </>
          )
        }
      </QueryBody>
    </>
  )
}
