import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListDetail } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { setListStanding } from '../api/register-api.ts'
import { useRefresh } from './use-refresh.ts'

/** Takes a whole list from the public, or shows it again; either asks for a reason. */
export function StandingDialog(props: {
  readonly list: ListDetail
  readonly action: 'HIDDEN' | 'SHOWN'
  readonly close: () => void
}) {
  const { t } = useTranslation('register')
  const [form] = Form.useForm<{ readonly reason: string }>()
  const refresh = useRefresh()
  const set = useMutation({
    mutationFn: (reason: string) => setListStanding(props.list.id, { action: props.action, reason }),
    onSuccess: async () => {
      await refresh()
      props.close()
    },
  })
  return (
    <Modal
      open
      title={t(`standing.title.${props.action}`, { name: props.list.name })}
      okText={t(`standing.do.${props.action}`)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: props.action === 'HIDDEN', loading: set.isPending }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p className="reg-meaning">{t(`standing.meaning.${props.action}`)}</p>
      <Form
        form={form}
        name="standing"
        layout="vertical"
        initialValues={{ reason: '' }}
        onFinish={({ reason }) => set.mutate(reason)}
      >
        <Form.Item
          name="reason"
          label={t('standing.reason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} className="grow" maxLength={2000} />
        </Form.Item>
      </Form>
      <RefusalMessage error={set.error} />
    </Modal>
  )
}
