import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PIN_LEAST, PIN_MOST } from '../../../domain/kiosk/pin.ts'
import type { KioskDeskSettings } from '../../../server/kiosk/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { setKioskPin } from '../api/kiosk-api.ts'
import { KIOSK_SETTINGS_KEY, MAINTENANCE_LOG_KEY } from './kiosk-keys.ts'

type Typed = { readonly pin: string; readonly again: string; readonly password: string }

/** The PIN by which staff get in at the glass, set with the own password. */
export function PinCard({ view }: { readonly view: KioskDeskSettings }) {
  const { t } = useTranslation('hall')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const save = useMutation({
    mutationFn: ({ pin, password }: Typed) => setKioskPin({ pin, password }),
    onSuccess: async (saved) => {
      form.resetFields()
      queries.setQueryData(KIOSK_SETTINGS_KEY, saved)
      await queries.invalidateQueries({ queryKey: MAINTENANCE_LOG_KEY })
      void message.success(t('pin.saved'))
    },
  })
  return (
    <section className="card">
      <h2>
        {t('pin.title')}
        <span className="sub">
          {view.pinSetBy === null
            ? t('pin.none')
            : t('pin.setBy', { name: view.pinSetBy.name, at: instantText(view.pinSetBy.at) })}
        </span>
      </h2>
      <Form
        form={form}
        name="kiosk-pin"
        layout="vertical"
        className="card-body hall-narrow"
        onFinish={(typed) => save.mutate(typed)}
      >
        <p className="sub">{t('pin.help', { least: PIN_LEAST, most: PIN_MOST })}</p>
        <Form.Item name="pin" label={t('pin.new')} rules={[{ required: true, message: t('pin.required') }]}>
          <Input.Password inputMode="numeric" maxLength={PIN_MOST} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('pin.again')}
          dependencies={['pin']}
          rules={[
            { required: true, message: t('pin.required') },
            ({ getFieldValue }) => ({
              validator: async (_rule, typed: string) => {
                if (typed && typed !== getFieldValue('pin')) throw new Error(t('pin.differs'))
                return Promise.resolve()
              },
            }),
          ]}
        >
          <Input.Password inputMode="numeric" maxLength={PIN_MOST} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('pin.password')}
          extra={t('pin.passwordHelp')}
          rules={[{ required: true, message: t('pin.required') }]}
        >
          <Input.Password maxLength={200} autoComplete="current-password" />
        </Form.Item>
        <RefusalMessage error={save.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('pin.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
