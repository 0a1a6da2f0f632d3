import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { VISIT_PURPOSES, type VisitPurpose } from '../../../domain/kiosk/reading-room.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { enterVisit } from '../api/kiosk-api.ts'
import { READING_ROOM_KEY } from './reading-room-keys.ts'

type Typed = { readonly purpose: VisitPurpose; readonly name?: string; readonly note?: string }

/** A visit that somebody at the counter notes for the visitor. */
export function EnterVisit(props: { readonly open: boolean; readonly close: () => void }) {
  const { t } = useTranslation('hall')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const save = useMutation({
    mutationFn: ({ purpose, name = '', note = '' }: Typed) => enterVisit({ purpose, name, note }),
    onSuccess: async () => {
      form.resetFields()
      props.close()
      await queries.invalidateQueries({ queryKey: READING_ROOM_KEY })
      void message.success(t('room.entered'))
    },
  })
  return (
    <Modal
      open={props.open}
      title={t('room.enter')}
      okText={t('save')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <Form form={form} name="visit" layout="vertical" onFinish={(typed) => save.mutate(typed)}>
        <Form.Item
          name="purpose"
          label={t('room.purpose')}
          rules={[{ required: true, message: t('room.purposeRequired') }]}
        >
          <Radio.Group
            options={VISIT_PURPOSES.map((value) => ({ value, label: t(`room.purposes.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('room.nameOptional')} extra={t('room.nameHelp')}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label={t('room.note')} extra={t('room.noteHelp')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <RefusalMessage error={save.error} />
      </Form>
    </Modal>
  )
}
