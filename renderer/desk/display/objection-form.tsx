import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { OBJECTION_CHANNELS, type ObjectionEntry } from '../../../domain/display/objection.ts'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { registerObjection } from '../api/display-api.ts'
import { useDisplayChange } from './use-display-change.ts'

/** Takes an objection down as it came in. */
export function ObjectionForm({
  display,
  close,
}: {
  readonly display: DisplayDetail
  readonly close: () => void
}) {
  const { t } = useTranslation(['display', 'terms'])
  const [form] = Form.useForm<ObjectionEntry>()
  const add = useDisplayChange((entry: ObjectionEntry) => registerObjection(display.id, entry), close)
  return (
    <Form
      form={form}
      name="objection"
      layout="vertical"
      className="card-body pub-form"
      initialValues={{ receivedOn: display.today, channel: 'PHONE', name: '', contact: '', text: '' }}
      onFinish={(entry) => add.mutate(entry)}
    >
      <div className="pub-two">
        <Form.Item
          name="receivedOn"
          label={t('display:objections.receivedOn')}
          rules={[{ required: true, message: t('display:required') }]}
        >
          <Input type="date" max={display.today} />
        </Form.Item>
        <Form.Item name="channel" label={t('display:objections.channel')}>
          <Select
            options={OBJECTION_CHANNELS.map((value) => ({
              value,
              label: t(`terms:objectionChannel.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label={t('display:objections.text')}
        rules={[{ required: true, whitespace: true, message: t('display:required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={5000} autoFocus />
      </Form.Item>
      <div className="pub-two">
        <Form.Item name="name" label={t('display:objections.name')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="contact" label={t('display:objections.contact')}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <p className="sub pub-after">{t('display:objections.anonymousHint')}</p>
      <RefusalMessage error={add.error} />
      <p className="pub-acts">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('display:objections.addDo')}
        </Button>
        <Button onClick={close}>{t('display:cancel')}</Button>
      </p>
    </Form>
  )
}
