import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { interruptDisplay, removeEarly } from '../api/display-api.ts'
import { useDisplayChange } from './use-display-change.ts'

type Typed = { readonly on: string; readonly reason: string }

/** Takes a display away before its time, or notes that it did not hang; either says what follows and asks for a reason. */
export function StopDialog(props: {
  readonly display: DisplayDetail
  readonly stop: 'REMOVE' | 'INTERRUPT'
  readonly close: () => void
}) {
  const { t, i18n } = useTranslation('display')
  const { id, today, lastDay, startsOn } = props.display
  const [form] = Form.useForm<Typed>()
  const words = props.stop === 'REMOVE' ? 'remove' : 'interrupt'
  const stop = useDisplayChange(
    ({ on, reason }: Typed) =>
      props.stop === 'REMOVE' ? removeEarly(id, reason) : interruptDisplay(id, { on, reason }),
    props.close,
  )
  return (
    <Modal
      open
      title={t(`${words}.title`)}
      okText={t(`${words}.do`)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.stop === 'REMOVE', loading: stop.isPending }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p className="pub-meaning">{t(`${words}.meaning`, { last: dayText(lastDay, today, i18n.language) })}</p>
      <Form
        form={form}
        name="stop"
        layout="vertical"
        initialValues={{ on: today < lastDay ? today : lastDay, reason: '' }}
        onFinish={(typed) => stop.mutate(typed)}
      >
        {props.stop === 'INTERRUPT' && (
          <Form.Item name="on" label={t('interrupt.on')} rules={[{ required: true, message: t('required') }]}>
            <Input type="date" className="pub-date" min={startsOn} max={today < lastDay ? today : lastDay} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t(`${words}.reason`)}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} className="grow" maxLength={2000} />
        </Form.Item>
      </Form>
      <RefusalMessage error={stop.error} />
    </Modal>
  )
}
