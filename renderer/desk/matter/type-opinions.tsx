import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Radio } from 'antd'
import type { InputRef } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TYPED_CHANNELS } from '../../../domain/voice/opinion-channel.ts'
import type { OpinionList, OpinionView } from '../../../server/matter/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { correctOpinion, enterOpinion, type TypedOpinion } from '../api/matter-api.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

type Props = {
  readonly list: OpinionList
  /** Null registers new ones, one after the other. */
  readonly opinion: OpinionView | null
  readonly close: () => void
}

function begin({ list, opinion }: Props): Partial<TypedOpinion> {
  if (opinion === null) {
    return { channel: 'PAPER', receivedOn: list.today, name: '', contact: '', text: '' }
  }
  const channel = TYPED_CHANNELS.find((one) => one === opinion.channel)
  return {
    ...(channel && { channel }),
    receivedOn: opinion.receivedOn,
    name: opinion.name ?? '',
    contact: opinion.contact ?? '',
    text: opinion.text,
  }
}

/** Types opinions in: a pile of paper goes by keyboard alone, channel and day stay from one to the next. */
export function TypeOpinions(props: Props) {
  const { t } = useTranslation(['matter', 'terms'])
  const { list, opinion, close } = props
  const [form] = Form.useForm<TypedOpinion>()
  const text = useRef<InputRef>(null)
  const refresh = useMatterRefresh()
  const save = useMutation({
    mutationFn: (typed: TypedOpinion) =>
      opinion === null ? enterOpinion(list.consultation.id, typed) : correctOpinion(opinion.id, typed),
    onSuccess: async () => {
      if (opinion === null) {
        form.setFieldsValue({ name: '', contact: '', text: '' })
        text.current?.focus()
      } else close()
      await refresh()
    },
  })
  const required = [{ required: true, message: t('matter:required') }]
  return (
    <Modal
      open
      width={640}
      title={
        opinion === null
          ? t('matter:typed.title')
          : t('matter:typed.correctTitle', { number: opinion.number })
      }
      footer={null}
      onCancel={close}
    >
      <Form
        form={form}
        name="opinion"
        layout="vertical"
        initialValues={begin(props)}
        onFinish={(typed) => save.mutate(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) form.submit()
        }}
      >
        {opinion !== null && <p className="sub">{t('matter:typed.correctHint')}</p>}
        <Form.Item name="channel" label={t('matter:typed.channel')} rules={required}>
          <Radio.Group
            optionType="button"
            options={TYPED_CHANNELS.map((value) => ({ value, label: t(`terms:opinionChannel.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('matter:typed.receivedOn')} rules={required}>
          <Input
            type="date"
            className="mt-date"
            max={list.today}
            min={list.consultation.opensOn ?? undefined}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t('matter:typed.text')}
          rules={[{ required: true, whitespace: true, message: t('matter:required') }]}
        >
          <Input.TextArea ref={text} rows={4} className="grow mt-tall" maxLength={5000} autoFocus />
        </Form.Item>
        <div className="mt-two">
          <Form.Item name="name" label={t('matter:typed.name')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="contact" label={t('matter:typed.contact')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <p className="hint">{t('matter:typed.nameHint')}</p>
        <RefusalMessage error={save.error} />
        <div className="row mt-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t(opinion === null ? 'matter:typed.save' : 'matter:save')}
          </Button>
          <span className="hint">{t('matter:typed.keys')}</span>
          <span className="good" role="status">
            {opinion === null && save.data !== undefined && !save.isPending
              ? t('matter:typed.done', { number: save.data.number })
              : ''}
          </span>
          {opinion === null && (
            <Button className="mt-right" onClick={close}>
              {t('matter:typed.close')}
            </Button>
          )}
        </div>
      </Form>
    </Modal>
  )
}
