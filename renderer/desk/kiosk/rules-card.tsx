import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { IDLE_SECONDS, type KioskRules, WARNING_SECONDS } from '../../../domain/kiosk/kiosk-rules.ts'
import type { KioskDeskSettings } from '../../../server/kiosk/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { setKioskRules } from '../api/kiosk-api.ts'
import { KIOSK_SETTINGS_KEY } from './kiosk-keys.ts'

/** When a visit ends by itself, what an empty hall sees, and whether there is a reading room. */
export function RulesCard({
  view,
  mayChange,
}: {
  readonly view: KioskDeskSettings
  readonly mayChange: boolean
}) {
  const { t } = useTranslation('hall')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: setKioskRules,
    onSuccess: (saved) => {
      queries.setQueryData(KIOSK_SETTINGS_KEY, saved)
      void message.success(t('saved'))
    },
  })
  return (
    <section className="card">
      <h2>
        {t('kiosk.rules')}
        <span className="sub">
          {view.setBy === null
            ? t('kiosk.never')
            : t('kiosk.setBy', { name: view.setBy.name, at: instantText(view.setBy.at) })}
        </span>
      </h2>
      <Form
        name="kiosk-rules"
        layout="vertical"
        className="card-body"
        initialValues={view}
        disabled={!mayChange}
        onFinish={({ idleSeconds, warningSeconds, attract, readingRoom }: KioskRules) =>
          save.mutate({ idleSeconds, warningSeconds, attract, readingRoom })
        }
      >
        <Form.Item
          name="idleSeconds"
          label={t('kiosk.idle')}
          extra={t('kiosk.idleHelp')}
          rules={[{ required: true }]}
        >
          <InputNumber
            min={IDLE_SECONDS.least}
            max={IDLE_SECONDS.most}
            precision={0}
            suffix={t('kiosk.seconds')}
          />
        </Form.Item>
        <Form.Item
          name="warningSeconds"
          label={t('kiosk.warning')}
          extra={t('kiosk.warningHelp')}
          rules={[{ required: true }]}
        >
          <InputNumber
            min={WARNING_SECONDS.least}
            max={WARNING_SECONDS.most}
            precision={0}
            suffix={t('kiosk.seconds')}
          />
        </Form.Item>
        <Form.Item name="attract" valuePropName="checked" extra={t('kiosk.attractHelp')}>
          <Checkbox>{t('kiosk.attract')}</Checkbox>
        </Form.Item>
        <Form.Item name="readingRoom" valuePropName="checked" extra={t('kiosk.readingRoomHelp')}>
          <Checkbox>{t('kiosk.readingRoom')}</Checkbox>
        </Form.Item>
        <RefusalMessage error={save.error} />
        {mayChange ? (
          <div className="row">
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </div>
        ) : null}
      </Form>
    </section>
  )
}
