import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OfficeDetail } from '../../../county/web/office/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { ask } from '../county-api.ts'
import { IndexPatternCard } from './index-pattern-card.tsx'
import { KeysCard } from './keys-card.tsx'
import { PackagesCard } from './packages-card.tsx'
import { ReceiptsCard } from './receipts-card.tsx'

function Standing({ office }: { readonly office: OfficeDetail }) {
  const { t } = useTranslation(['county', 'desk'])
  const numbers = (list: readonly number[]) => list.join(t('desk:common.listComma'))
  return (
    <section className="card">
      <h2>{t('office.standing')}</h2>
      <dl className="facts">
        <dt>{t('offices.lastContact')}</dt>
        <dd>
          {office.lastContactAt === null ? (
            t('offices.never')
          ) : (
            <>
              {instantText(office.lastContactAt)}{' '}
              <span className="sub">
                {office.daysSince === 0
                  ? t('offices.today')
                  : t('offices.daysAgo', { count: office.daysSince ?? 0 })}
              </span>
            </>
          )}
          {office.statisticsAhead !== null && (
            <p className="bad">{t('office.writtenAhead', { day: office.statisticsAhead })}</p>
          )}
        </dd>
        <dt>{t('office.held')}</dt>
        <dd>
          {office.sequence === null
            ? t('offices.nothingYet')
            : t('office.heldTo', { sequence: office.sequence, change: office.change ?? 0 })}
        </dd>
        <dt>{t('offices.gap')}</dt>
        <dd>
          {office.missingFrom === null && office.sequence !== null && t('offices.noGap')}
          {office.missing.length > 0 && (
            <p className="bad">{t('offices.missing', { numbers: numbers(office.missing) })}</p>
          )}
          {office.missingFrom !== null && (
            <p className="bad">{t('office.missingHint', { change: office.missingFrom })}</p>
          )}
          {office.waiting.length > 0 && (
            <p className="waits">{t('offices.waiting', { numbers: numbers(office.waiting) })}</p>
          )}
        </dd>
        <dt>{t('offices.rejectedHead')}</dt>
        <dd>
          {office.rejected === 0 ? (
            t('office.noneRejected')
          ) : (
            <a href={href(`/rejections?office=${office.id}`)}>
              {t('office.someRejected', { count: office.rejected })}
            </a>
          )}
        </dd>
        <dt>{t('offices.editions')}</dt>
        <dd>
          <a href={href(`/search?office=${office.id}`)}>
            {t('office.readEditions', { count: office.editions })}
          </a>
        </dd>
        <dt>{t('office.database')}</dt>
        <dd>
          {office.instanceId === null ? t('desk:common.none') : <code>{office.instanceId}</code>}
          {office.formerInstances > 0 && (
            <p className="sub">{t('office.restored', { count: office.formerInstances })}</p>
          )}
        </dd>
      </dl>
    </section>
  )
}

/** One office: how it stands, its key, what it sent and what was answered. */
export function OfficePage({ id }: { readonly id: number }) {
  const { t } = useTranslation('county')
  const office = useQuery({
    queryKey: ['office', id],
    queryFn: ({ signal }) => ask<OfficeDetail>(`offices/${id}`, {}, signal),
  })
  return (
    <>
      <p className="back">
        <a href={href('/offices')}>{t('office.back')}</a>
      </p>
      <QueryBody query={office}>
        {(found) => (
          <>
            <PageHead
              title={found.name}
              sub={t('office.sub', {
                uscc: found.uscc,
                region: found.regionCode,
                day: instantText(found.enrolledAt).slice(0, 10),
              })}
            />
            <div className="two-columns">
              <Standing office={found} />
              <div>
                <KeysCard office={found} />
                <IndexPatternCard office={found} />
              </div>
            </div>
            <PackagesCard id={id} />
            <ReceiptsCard id={id} />
          </>
        )}
      </QueryBody>
    </>
  )
}
