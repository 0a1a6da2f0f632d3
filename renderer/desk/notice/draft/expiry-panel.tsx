import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOpenDesk } from '../../shell/session-context.ts'
import { instantOf, minuteOf } from '../minute.ts'
import { Panel } from '../panel.tsx'
import { FormField } from './field.tsx'
import type { Draft } from './use-draft.ts'

/** 展示至: the minute from which it no longer shows. */
export function ExpiryPanel({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const { expiresAt } = draft.fields
  const past = expiresAt !== null && expiresAt <= clock.now
  return (
    <Panel title={t('expiry.panel')} field="expiresAt">
      <FormField
        name="expiresAt"
        label={t('expiry.field')}
        hint={t('expiry.meaning')}
        fault={past ? t('expiry.past') : null}
      >
        {(aria) => (
          <div className="nt-date">
            <Input
              {...aria}
              type="datetime-local"
              min={minuteOf(clock.now)}
              value={expiresAt === null ? '' : minuteOf(expiresAt)}
              onChange={(event) => {
                draft.setField('expiresAt', instantOf(event.target.value))
              }}
            />
            {expiresAt === null ? null : (
              <Button
                onClick={() => {
                  draft.setField('expiresAt', null)
                }}
              >
                {t('expiry.clear')}
              </Button>
            )}
          </div>
        )}
      </FormField>
    </Panel>
  )
}
