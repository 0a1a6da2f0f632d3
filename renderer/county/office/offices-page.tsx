import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeConcern } from '../../../county/web/office/office-queries.ts'
import type { OfficeRow, OfficeTotals } from '../../../county/web/office/views.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { ask } from '../county-api.ts'
import { PagedTable } from '../paged-list.tsx'
import { useHasRole } from '../shell/session-context.ts'
import { usePages } from '../use-pages.ts'

/** Numbers that are also a way to the offices they count. */
function Totals({
  concern,
  choose,
}: {
  readonly concern: OfficeConcern | null
  readonly choose: (concern: OfficeConcern | null) => void
}) {
  const { t } = useTranslation('county')
  const totals = useQuery({
    queryKey: ['office-totals'],
    queryFn: ({ signal }) => ask<OfficeTotals>('office-totals', {}, signal),
  }).data
  if (totals === undefined || totals.offices === 0) return null
  const tile = (of: OfficeConcern | null, count: number, label: string, tone: string) => (
    <li>
      <button
        type="button"
        className={count > 0 ? `tile ${tone}` : 'tile'}
        aria-pressed={concern === of}
        onClick={() => choose(of)}
      >
        <b>{count}</b>
        <span>{label}</span>
      </button>
    </li>
  )
  return (
    <ul className="tiles" aria-label={t('offices.totals')}>
      {tile(null, totals.offices, t('offices.all'), '')}
      {tile('GAP', totals.gaps, t('offices.withGaps'), 'bad')}
      {tile('WAITING', totals.waiting, t('offices.waitingPackages'), 'waits')}
      {tile('SILENT', totals.silent, t('offices.silent', { count: totals.silentDays }), 'soon')}
      {tile('REJECTED', totals.rejected, t('offices.rejected'), 'bad')}
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
      <td className="gap">
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
        {/* Only what is not as it should be catches the eye. */}
        <span className={office.key === 'ACTIVE' ? 'sub' : `pill key-${office.key}`}>
          {t(`offices.key.${office.key}`)}
        </span>
      </td>
    </tr>
  )
}

/** How every office stands: what came last, what is missing, what was rejected. */
export function OfficesPage() {
  const { t } = useTranslation('county')
  const [typed, setTyped] = useState('')
  const [concern, setConcern] = useState<OfficeConcern | null>(null)
  const asked = { search: typed.trim(), ...(concern !== null && { concern }) }
  const offices = usePages<OfficeRow>('offices', asked)
  const collects = useHasRole('COLLECTOR')
  const whole = typed === '' && concern === null
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
      <Totals concern={concern} choose={setConcern} />
      {!(none && whole) && (
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
      <PagedTable
        rows={offices}
        empty={
          whole ? (
            <EmptyState title={t('offices.empty')}>
              <p>{t('offices.emptyWhat')}</p>
            </EmptyState>
          ) : (
            t('offices.notFound')
          )
        }
        heads={[
          t('offices.office'),
          t('offices.lastContact'),
          { number: t('offices.lastPackage') },
          t('offices.gap'),
          { number: t('offices.rejectedHead') },
          { number: t('offices.editions') },
          t('offices.keyHead'),
        ]}
      >
        {(office) => <OfficeLine key={office.id} office={office} />}
      </PagedTable>
    </>
  )
}
