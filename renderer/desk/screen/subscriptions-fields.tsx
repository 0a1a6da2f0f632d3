import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { SCREEN_LIMITS } from '../../../domain/signage/screen-limits.ts'
import { panesOf } from '../../../domain/signage/screen-panes.ts'
import { newSubscription } from './new-subscription.ts'
import type { FieldsProps } from './screen-editor.tsx'
import { SubscriptionCard } from './subscription-card.tsx'

/** Which columns each part of the screen shows, when, and which goes before which. */
export function SubscriptionsFields({ definition, change }: FieldsProps) {
  const { t } = useTranslation(['screen', 'terms'])
  const { subscriptions } = definition
  const panes = panesOf(definition.layout)
  const lost = subscriptions.filter(({ pane }) => !panes.includes(pane))
  const empty = panes.filter((pane) => subscriptions.every((one) => one.pane !== pane))
  return (
    <section className="card" aria-labelledby="sc-subscriptions">
      <h2 id="sc-subscriptions">{t('screen:subscriptions.title')}</h2>
      <div className="card-body">
        <p className="sub sc-first">{t('screen:subscriptions.meaning')}</p>
        {lost.length > 0 ? <p className="refusal">{t('screen:subscriptions.lost')}</p> : null}
        {empty.map((pane) => (
          <p key={pane} className="sc-none">
            {t('screen:subscriptions.empty', { pane: t(`terms:screenPane.${pane}`) })}
          </p>
        ))}
        <ol className="sc-subscriptions">
          {subscriptions.map((subscription, place) => (
            <SubscriptionCard
              key={subscription.id}
              number={place + 1}
              subscription={subscription}
              panes={panes}
              change={(next) =>
                change({ subscriptions: subscriptions.map((one) => (one.id === next.id ? next : one)) })
              }
              remove={() =>
                change({ subscriptions: subscriptions.filter(({ id }) => id !== subscription.id) })
              }
            />
          ))}
        </ol>
        {subscriptions.length < SCREEN_LIMITS.subscriptions.most ? (
          <Button
            onClick={() =>
              change({ subscriptions: [...subscriptions, newSubscription(empty[0] ?? panes[0] ?? 'MAIN')] })
            }
          >
            {t('screen:subscriptions.add')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
