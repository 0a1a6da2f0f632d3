import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AgainPreview, DisplayDetail } from '../../../server/display/public-display/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { displayAgain, previewAgain } from '../api/display-api.ts'
import { DISPLAYS_KEY } from './display-keys.ts'
import { useDisplayChange } from './use-display-change.ts'

type Counting = 'ANEW' | 'REMAINING'
type Typed = { readonly startsOn: string; readonly counting: Counting; readonly reason: string }

const COUNTINGS: readonly Counting[] = ['REMAINING', 'ANEW']

function Consequence({
  preview,
  today,
  counting,
}: {
  readonly preview: AgainPreview
  readonly today: string
  readonly counting: Counting
}) {
  const { t, i18n } = useTranslation('display')
  const { t: tDuty } = useTranslation(['duty', 'terms'])
  const answer = counting === 'ANEW' ? preview.anew : preview.remaining
  return (
    <>
      <span>{t(`again.${counting}`, { last: dayText(answer.due, today, i18n.language) })}</span>
      <span className="sub pub-why">
        {explainReckoning(answer, { today, language: i18n.language }, tDuty)}
      </span>
    </>
  )
}

/** Puts a display up again after a gap: the person sees what follows from either way of counting before choosing. */
export function AgainDialog({
  display,
  close,
}: {
  readonly display: DisplayDetail
  readonly close: () => void
}) {
  const { t } = useTranslation('display')
  const { id, today, runs } = display
  const [form] = Form.useForm<Typed>()
  const startsOn = Form.useWatch<string | undefined>('startsOn', form) ?? today
  const preview = useQuery({
    queryKey: [...DISPLAYS_KEY, id, 'again', startsOn],
    queryFn: () => previewAgain(id, startsOn),
    enabled: startsOn !== '',
  })
  const again = useDisplayChange((typed: Typed) => displayAgain(id, typed), close)
  const hung = preview.data?.hung ?? 0
  const inWorkdays = preview.data?.remaining.term.unit === 'workday'
  return (
    <Modal
      open
      title={t('again.title')}
      okText={t('again.do')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: again.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        name="again"
        layout="vertical"
        initialValues={{ startsOn: today, reason: '' }}
        onFinish={(typed) => again.mutate(typed)}
      >
        <Form.Item
          name="startsOn"
          label={t('again.startsOn')}
          rules={[{ required: true, message: t('required') }]}
        >
          <Input type="date" className="pub-date" min={runs.at(-1)?.stop?.on} max={today} />
        </Form.Item>
        <Form.Item
          name="counting"
          label={t('again.counting')}
          rules={[{ required: true, message: t('required') }]}
          extra={preview.data && t(inWorkdays ? 'again.hungWorkdays' : 'again.hung', { count: hung })}
        >
          <Radio.Group
            className="pub-radios"
            options={
              preview.data
                ? COUNTINGS.map((counting) => ({
                    value: counting,
                    label: <Consequence preview={preview.data} today={today} counting={counting} />,
                  }))
                : []
            }
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('again.reason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} className="grow" maxLength={2000} />
        </Form.Item>
      </Form>
      <RefusalMessage error={again.error ?? preview.error} />
    </Modal>
  )
}
