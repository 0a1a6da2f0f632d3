import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ScriptOrders, ScriptOrderView } from '../../../server/language/views.ts'
import { getScriptOrders, SCRIPT_ORDERS_KEY } from '../api/language-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { OrderExamples } from './order-examples.tsx'
import { OrderForm } from './order-form.tsx'
import './script-order.css'

function Line({ order, today }: { readonly order: ScriptOrderView; readonly today: string }) {
  const { t } = useTranslation(['language', 'terms'])
  const standing = order.holds ? 'inForce' : order.effectiveFrom > today ? 'later' : 'former'
  return (
    <li className={order.holds ? 'so-line so-line-holds' : 'so-line'}>
      <div className="row">
        <b>
          {order.language === null ? t('language:order.allLanguages') : t(`terms:language.${order.language}`)}
        </b>
        <span>{t('language:order.from', { date: order.effectiveFrom })}</span>
        <span className={order.holds ? 'pill so-pill-holds' : 'pill'}>{t(`language:order.${standing}`)}</span>
        {order.basisRead ? null : <span className="pill so-pill-unread">{t('language:order.unread')}</span>}
      </div>
      <p>
        {[
          t(`terms:scriptLead.${order.lead}`),
          t(`terms:scriptLayout.${order.layout}`),
          t('language:order.ratioOf', { ratio: order.sizeRatio }),
        ].join(' · ')}
      </p>
      <p className="sub breakable">
        {order.basis}
        {' — '}
        {t('language:order.by', { name: order.by, date: order.at.slice(0, 10) })}
      </p>
    </li>
  )
}

function Set({ orders, today }: ScriptOrders) {
  const { t } = useTranslation('language')
  return (
    <>
      {orders.some(({ holds }) => holds) ? null : <p className="note">{t('order.usual')}</p>}
      {orders.length > 0 ? (
        <ul className="so-lines" aria-label={t('order.history')}>
          {orders.map((order) => (
            <Line key={order.sequence} order={order} today={today} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Which script leads where two stand together: what holds, what was set before, and a form for the next. */
export function ScriptOrderCard() {
  const { t } = useTranslation('language')
  const query = useQuery({ queryKey: SCRIPT_ORDERS_KEY, queryFn: getScriptOrders })
  const mayChange = useHasRole('ADMINISTRATOR')
  return (
    <section className="card" aria-labelledby="script-order">
      <h2 id="script-order">{t('order.title')}</h2>
      <div className="card-body">
        <p className="sub so-about">{t('order.about')}</p>
        <QueryBody query={query}>
          {(answer) => (
            <>
              <Set {...answer} />
              {mayChange ? <OrderForm today={answer.today} /> : <p className="sub">{t('order.readOnly')}</p>}
            </>
          )}
        </QueryBody>
        <OrderExamples />
      </div>
    </section>
  )
}
