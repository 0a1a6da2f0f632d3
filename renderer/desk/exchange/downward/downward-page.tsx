import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { href } from '../../../shared/desk/route.ts'
import { listDownwardItems } from '../../api/exchange-downward-api.ts'
import { DOWNWARD_KEY } from '../exchange-keys.ts'
import { ItemLine } from './item-line.tsx'

/** What the county sent: nothing of it counts before a person has seen the difference and taken it. */
export function DownwardPage() {
  const { t } = useTranslation(['exchange', 'desk'])
  const items = useQuery({ queryKey: DOWNWARD_KEY, queryFn: listDownwardItems })
  return (
    <QueryBody query={items}>
      {({ open, ended, missingSequences }) => (
        <>
          {missingSequences.length > 0 && (
            <section className="note ex-gap" role="note">
              <p>
                {t('exchange:item.missing', {
                  sequences: missingSequences.join(t('desk:common.listComma')),
                })}
              </p>
            </section>
          )}
          <section className="card" aria-labelledby="ex-items">
            <h2 id="ex-items">{t('exchange:item.title')}</h2>
            {open.length === 0 ? (
              <EmptyState title={t('exchange:item.none')}>
                <p className="sub">
                  {t('exchange:item.noneHint')}{' '}
                  <a href={href('/exchange/receive')}>{t('exchange:item.toReceive')}</a>
                </p>
              </EmptyState>
            ) : (
              <ul>
                {open.map((item) => (
                  <ItemLine key={item.id} item={item} />
                ))}
              </ul>
            )}
          </section>
          {ended.length > 0 && (
            <details className="card ex-fold">
              <summary>{t('exchange:item.ended', { count: ended.length })}</summary>
              <ul>
                {ended.map((item) => (
                  <ItemLine key={item.id} item={item} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </QueryBody>
  )
}
