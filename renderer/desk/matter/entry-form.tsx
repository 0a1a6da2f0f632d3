import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  LEGALITY_RESULTS,
  LEGALITY_WORKDAYS,
  type LegalityResult,
} from '../../../domain/matter/matter-entry.ts'
import type { MatterDetail } from '../../../server/matter/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addMatterFile, enterStep } from '../api/matter-api.ts'
import { FileDrop } from '../../shared/desk/file-drop.tsx'
import type { EnteredStep } from './entry-menu.tsx'
import { useMatterRefresh } from './use-matter-refresh.ts'

type Typed = {
  readonly on: string
  readonly heading?: string
  readonly text?: string
  readonly measure?: string
  readonly result?: LegalityResult
  readonly workdays?: number
  readonly noticeId?: string
}

const HEADED = ['LEGALITY_REQUEST', 'LEGALITY_RESULT', 'MEETING', 'RECTIFICATION'] as const
const TEXT_OPTIONAL: readonly EnteredStep[] = [
  'LEGALITY_RESULT',
  'MEETING',
  'PROPOSAL',
  'DISCUSSION',
  'DELIBERATION',
  'RESOLUTION',
]

const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg'

/** One step as it is entered: the fields of its kind, and a file that stays in the office. */
export function EntryForm(props: {
  readonly matter: MatterDetail
  readonly step: EnteredStep
  readonly done: () => void
}) {
  const { t } = useTranslation(['matter', 'terms'])
  const { matter, step, done } = props
  const [form] = Form.useForm<Typed>()
  const refresh = useMatterRefresh()
  const file = useMutation({ mutationFn: (chosen: File) => addMatterFile(matter.id, chosen) })
  const save = useMutation({
    mutationFn: (typed: Typed) =>
      enterStep(matter.id, {
        step,
        on: typed.on,
        heading: typed.heading ?? '',
        text: typed.text ?? '',
        measure: typed.measure ?? '',
        result: typed.result ?? null,
        workdays: step === 'LEGALITY_REQUEST' ? (typed.workdays ?? null) : null,
        noticeId: typed.noticeId === undefined || typed.noticeId === '' ? null : typed.noticeId,
        fileId: file.data?.id ?? null,
        voids: null,
      }),
    onSuccess: async () => {
      await refresh()
      done()
    },
  })
  const required = [{ required: true, message: t('matter:required') }]
  const written = [{ required: true, whitespace: true, message: t('matter:required') }]
  const headed = HEADED.find((one) => one === step)
  const progress = matter.notices.filter(({ role }) => role === 'PROGRESS')
  return (
    <Form
      form={form}
      name="matter-entry"
      layout="vertical"
      initialValues={{ on: matter.today, workdays: LEGALITY_WORKDAYS }}
      onFinish={(typed) => save.mutate(typed)}
    >
      <Form.Item name="on" label={t('matter:entry.date')} rules={required}>
        <Input type="date" max={matter.today} className="mt-date" />
      </Form.Item>
      {headed !== undefined && (
        <Form.Item
          name="heading"
          label={t(`matter:entry.heading.${headed}`)}
          rules={headed === 'LEGALITY_RESULT' || headed === 'RECTIFICATION' ? [] : written}
        >
          <Input maxLength={500} />
        </Form.Item>
      )}
      {step === 'LEGALITY_REQUEST' && (
        <Form.Item name="workdays" label={t('matter:entry.workdays')} rules={required}>
          <InputNumber min={1} max={60} />
        </Form.Item>
      )}
      {step === 'LEGALITY_RESULT' && (
        <Form.Item name="result" label={t('matter:entry.result')} rules={required}>
          <Radio.Group
            options={LEGALITY_RESULTS.map((value) => ({ value, label: t(`terms:legalityResult.${value}`) }))}
          />
        </Form.Item>
      )}
      {step !== 'LEGALITY_REQUEST' && (
        <Form.Item
          name="text"
          label={t(`matter:entry.text.${step}`)}
          rules={TEXT_OPTIONAL.includes(step) ? [] : written}
        >
          <Input.TextArea rows={3} className="grow" maxLength={5000} />
        </Form.Item>
      )}
      {step === 'RECTIFICATION' && (
        <Form.Item name="measure" label={t('matter:entry.measure')} rules={written}>
          <Input.TextArea rows={2} className="grow" maxLength={5000} />
        </Form.Item>
      )}
      {(step === 'PROGRESS' || step === 'RECTIFICATION') && progress.length > 0 && (
        <Form.Item name="noticeId" label={t('matter:entry.noticeLink')}>
          <Select
            allowClear
            placeholder={t('matter:entry.noticeNone')}
            options={progress.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Form.Item>
      )}
      <Form.Item label={t('matter:entry.file')}>
        {file.data === undefined ? (
          <FileDrop
            label={t('matter:entry.choose')}
            hint={t('matter:entry.fileHint')}
            accept={ACCEPTED}
            busy={file.isPending}
            onFile={(chosen) => file.mutate(chosen)}
          />
        ) : (
          <p className="row">
            <span className="good breakable">{t('matter:entry.chosen', { name: file.data.name })}</span>
            <Button type="link" size="small" onClick={() => file.reset()}>
              {t('matter:entry.remove')}
            </Button>
          </p>
        )}
        <RefusalMessage error={file.error} />
      </Form.Item>
      <RefusalMessage error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={file.isPending}>
        {t('matter:entry.enter')}
      </Button>
    </Form>
  )
}
