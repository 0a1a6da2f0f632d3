import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EnrolmentView } from '../../../../server/exchange/enrolment/views.ts'
import { listReceipts } from '../../api/exchange-receipt-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { RECEIPTS_KEY } from '../exchange-keys.ts'
import { CountyCardForm } from './county-card-form.tsx'
import { KeyWords } from './key-words.tsx'
import { OfficeCard } from './office-card.tsx'

/** What the newest receipt says of the two databases, when one of them was restored. */
function Standing() {
  const { t } = useTranslation('exchange')
  const data = useQuery({ queryKey: RECEIPTS_KEY, queryFn: listReceipts }).data
  const newest = data?.receipts.find(({ formerCounty }) => !formerCounty)
  if (newest === undefined) return <p className="sub">{t('county.noReceipt')}</p>
  return (
    <>
      <p>
        {newest.held === null || newest.formerInstance
          ? t('county.heldNothing', { number: newest.number })
          : t('county.held', {
              number: newest.number,
              sequence: newest.held.sequence,
              change: newest.held.change,
            })}
      </p>
      {newest.place === 'COUNTY_RESTORED' && <p className="ex-told">{t('county.restored')}</p>}
      {newest.formerInstance && <p className="ex-told">{t('county.ownRestored')}</p>}
      {newest.unknown.length > 0 && (
        <p className="ex-told">{t('county.unknown', { count: newest.unknown.length })}</p>
      )}
    </>
  )
}

/** The county that counts: who it is, by which key, how it stands, and how its card is renewed. */
export function CountyCard({ view }: { readonly view: EnrolmentView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const mayTake = useHasRole('ADMINISTRATOR')
  const { county, former } = view
  if (county === null) return null
  const when = (instant: string) => dayAndTime(instant, i18n.language, clock.now)
  return (
    <section className="card" aria-labelledby="ex-county">
      <h2 id="ex-county">{county.name}</h2>
      <div className="card-body ex-stack">
        <dl className="ex-dl">
          <div>
            <dt>{t('county.code')}</dt>
            <dd>{county.code}</dd>
          </div>
          <div>
            <dt>{t('county.words')}</dt>
            <dd>
              <KeyWords keyView={county.key} />
            </dd>
          </div>
          <div>
            <dt>{t('county.address')}</dt>
            <dd className="breakable">{county.address ?? t('county.noAddress')}</dd>
          </div>
          <div>
            <dt>{t('county.added')}</dt>
            <dd>
              {when(county.addedAt)}　{county.addedBy.name}
            </dd>
          </div>
          <div>
            <dt>{t('county.standing')}</dt>
            <dd>
              <Standing />
            </dd>
          </div>
        </dl>
        <details className="ex-typed">
          <summary>{t('county.cards')}</summary>
          <h3>{t('county.cardOwn')}</h3>
          <OfficeCard />
          <h3>{t('county.cardNew')}</h3>
          {mayTake ? <CountyCardForm /> : <p className="sub">{t('county.administrator')}</p>}
          {former.length > 0 && (
            <>
              <h3>{t('county.former')}</h3>
              <ul>
                {former.map((one) => (
                  <li key={one.id} className="sub">
                    {one.name}　{one.key.words.join(' ')}　{when(one.addedAt)}　{one.addedBy.name}
                  </li>
                ))}
              </ul>
            </>
          )}
        </details>
      </div>
    </section>
  )
}
