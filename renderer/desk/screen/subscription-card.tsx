import { Button, Input, InputNumber, Segmented } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenPane, ScreenSubscription } from '../../../domain/signage/screen.ts'
import { keepsTo, SCREEN_LIMITS } from '../../../domain/signage/screen-limits.ts'
import { ColumnSelect } from './column-select.tsx'
import { WindowFields } from './window-fields.tsx'

type Props = {
  readonly number: number
  readonly subscription: ScreenSubscription
  readonly panes: readonly ScreenPane[]
  readonly change: (subscription: ScreenSubscription) => void
  readonly remove: () => void
}

const NUMBERS = ['priority', 'mostNotices', 'mostPerHour'] as const

/** One subscription: column, part, when, and before which others. */
export function SubscriptionCard({ number, subscription, panes, change, remove }: Props) {
  const { t } = useTranslation(['screen', 'terms'])
  const id = useId()
  const set = (change_: Partial<ScreenSubscription>) => change({ ...subscription, ...change_ })
  return (
    <li className="sc-subscription" aria-label={t('screen:subscriptions.number', { number })}>
      <div className="sc-subscription-head">
        <span className="strong">{t('screen:subscriptions.number', { number })}</span>
        <Button type="text" size="small" onClick={remove}>
          {t('screen:subscriptions.remove')}
        </Button>
      </div>
      <div className="sc-fields">
        <div className="sc-field sc-wide">
          <label htmlFor={`${id}-column`}>{t('screen:subscriptions.column')}</label>
          <ColumnSelect
            id={`${id}-column`}
            column={subscription.column}
            change={(column) => set({ column })}
          />
        </div>
        <div className="sc-field">
          <span id={`${id}-pane`}>{t('screen:subscriptions.pane')}</span>
          <Segmented
            aria-labelledby={`${id}-pane`}
            value={subscription.pane}
            options={[...new Set([...panes, subscription.pane])].map((pane) => ({
              value: pane,
              label: t(`terms:screenPane.${pane}`),
            }))}
            onChange={(pane) => set({ pane })}
          />
        </div>
        {NUMBERS.map((field) => {
          const value = subscription[field]
          const { least, most } = SCREEN_LIMITS[field]
          const fits = value === null || keepsTo(field, value)
          return (
            <div key={field} className="sc-field">
              <label htmlFor={`${id}-${field}`}>{t(`terms:screenField.${field}`)}</label>
              <InputNumber
                id={`${id}-${field}`}
                value={value === null || Number.isNaN(value) ? null : value}
                precision={0}
                placeholder={field === 'mostPerHour' ? t('screen:subscriptions.unlimited') : ''}
                status={fits ? '' : 'error'}
                aria-invalid={!fits}
                aria-describedby={`${id}-${field}-hint`}
                onChange={(typed) => set({ [field]: typed ?? (field === 'mostPerHour' ? null : Number.NaN) })}
              />
              <p className={fits ? 'sub' : 'bad'} id={`${id}-${field}-hint`}>
                {fits ? t(`screen:subscriptions.hint.${field}`) : t('screen:bounds', { least, most })}
              </p>
            </div>
          )
        })}
        {(['validFrom', 'validUntil'] as const).map((field) => (
          <div key={field} className="sc-field">
            <label htmlFor={`${id}-${field}`}>{t(`terms:screenField.${field}`)}</label>
            <Input
              id={`${id}-${field}`}
              type="date"
              value={subscription[field] ?? ''}
              onChange={(event) => set({ [field]: event.target.value === '' ? null : event.target.value })}
            />
          </div>
        ))}
      </div>
      <p className="sc-label">{t('screen:subscriptions.windows')}</p>
      <WindowFields
        windows={subscription.windows}
        none={t('screen:subscriptions.always')}
        change={(windows) => set({ windows })}
      />
    </li>
  )
}
