import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOWNWARD_KINDS, type DownwardKind } from '../../../domain/exchange/downward.ts'
import { DICTIONARY_KINDS } from '../../../domain/wording/wording-entry.ts'
import { FilesDrop } from '../../shared/desk/files-drop.tsx'
import { sendForm } from '../../shared/request.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useOfficeNames } from '../use-office-names.ts'

type Typed = {
  readonly kind: DownwardKind
  readonly title: string
  readonly key?: string
  readonly text?: string
  readonly due?: string
  readonly offices?: readonly number[]
}

const ACCEPT: Readonly<Record<Exclude<DownwardKind, 'INSTRUCTION'>, string>> = {
  CATALOGUE: '.xlsx,.csv',
  CALENDAR: '.json,.ics,.csv',
  DICTIONARY: '.json,.txt,.csv',
}

/** What is to go down: a file of the county or an instruction, to all offices or some. */
export function SendDownForm() {
  const { t } = useTranslation(['county', 'desk'])
  const { message } = App.useApp()
  const offices = useOfficeNames()
  const [form] = Form.useForm<Typed>()
  const kind = Form.useWatch('kind', form) ?? 'CATALOGUE'
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: (typed: Typed) => {
      const body = new FormData()
      body.set('kind', typed.kind)
      body.set('title', typed.title.trim())
      body.set('key', (typed.key ?? '').trim())
      body.set('offices', (typed.offices ?? []).join(','))
      if (typed.kind === 'INSTRUCTION') {
        body.set('text', typed.text ?? '')
        body.set('due', typed.due ?? '')
      } else if (file !== null) {
        body.set('file', file)
      }
      return sendForm<{ readonly packages: number }>('/api/downward', body)
    },
    onSuccess: ({ packages }) => {
      void message.success(t('sendDown.sent', { count: packages }))
      form.resetFields()
      setFile(null)
    },
  })
  const required = { required: true, whitespace: true, message: t('desk:office.required') }
  return (
    <section className="card">
      <h2>{t('sendDown.new')}</h2>
      <div className="card-body">
        <Form
          form={form}
          name="send-down"
          layout="vertical"
          initialValues={{ kind: 'CATALOGUE', offices: [] }}
          onFinish={(typed: Typed) => send.mutate(typed)}
        >
          <div className="fields">
            <Form.Item name="kind" label={t('sendDown.kindHead')}>
              <Select
                options={DOWNWARD_KINDS.map((value) => ({ value, label: t(`sendDown.kind.${value}`) }))}
                onChange={() => setFile(null)}
              />
            </Form.Item>
            <Form.Item name="title" label={t('sendDown.titleField')} rules={[required]}>
              <Input maxLength={100} />
            </Form.Item>
            {kind !== 'INSTRUCTION' && (
              <Form.Item name="key" label={t('sendDown.key')} extra={t(`sendDown.keyHint.${kind}`)}>
                {kind === 'DICTIONARY' ? (
                  <Select
                    options={DICTIONARY_KINDS.map((value) => ({
                      value,
                      label: t(`sendDown.dictionary.${value}`),
                    }))}
                  />
                ) : (
                  <Input maxLength={100} />
                )}
              </Form.Item>
            )}
            <Form.Item name="offices" label={t('sendDown.to')} extra={t('sendDown.toHint')}>
              <Select
                mode="multiple"
                placeholder={t('list.allOffices')}
                optionFilterProp="label"
                options={offices.map((office) => ({ value: office.id, label: office.name }))}
              />
            </Form.Item>
            {kind === 'INSTRUCTION' && (
              <>
                <Form.Item name="due" label={t('sendDown.due')}>
                  <Input type="date" className="day" />
                </Form.Item>
                <Form.Item name="text" label={t('sendDown.text')} className="wide" rules={[required]}>
                  <Input.TextArea className="grow" maxLength={4000} />
                </Form.Item>
              </>
            )}
          </div>
          {kind !== 'INSTRUCTION' && (
            <FilesDrop
              label={t('sendDown.file')}
              hint={file === null ? t(`sendDown.fileHint.${kind}`) : `${file.name} · ${byteSize(file.size)}`}
              accept={ACCEPT[kind]}
              busy={false}
              multiple={false}
              onFiles={([chosen]) => setFile(chosen ?? null)}
            />
          )}
          <RefusalMessage error={send.error} />
          <Button
            type="primary"
            htmlType="submit"
            loading={send.isPending}
            disabled={kind !== 'INSTRUCTION' && file === null}
          >
            {t('sendDown.send')}
          </Button>
        </Form>
      </div>
    </section>
  )
}
