import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisplayDetail, ObjectionView } from '../../../server/display/public-display/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { actOnObjection } from '../api/display-api.ts'
import { useDisplayChange } from './use-display-change.ts'

type Props = {
  readonly display: DisplayDetail
  readonly objection: ObjectionView
  readonly close: () => void
}

/** Answers an objection; former answers are kept. */
export function AnswerForm({ display, objection, close }: Props) {
  const { t } = useTranslation('display')
  const answer = useDisplayChange(
    (typed: { readonly answer: string }) =>
      actOnObjection(display.id, objection.id, { kind: 'ANSWERED', answer: typed.answer }),
    close,
  )
  return (
    <Form
      name={`answer-${objection.number}`}
      layout="vertical"
      initialValues={{ answer: '' }}
      onFinish={(typed: { readonly answer: string }) => answer.mutate(typed)}
    >
      <Form.Item
        name="answer"
        label={t('objections.answer')}
        extra={t('objections.answerHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={5000} autoFocus />
      </Form.Item>
      <RefusalMessage error={answer.error} />
      <p className="pub-acts">
        <Button type="primary" htmlType="submit" size="small" loading={answer.isPending}>
          {t('objections.answerDo')}
        </Button>
        <Button size="small" onClick={close}>
          {t('cancel')}
        </Button>
      </p>
    </Form>
  )
}

/** Merges an objection into another that asks the same. */
export function MergeForm({
  display,
  objection,
  targets,
  close,
}: Props & { readonly targets: readonly ObjectionView[] }) {
  const { t } = useTranslation('display')
  const merge = useDisplayChange(
    ({ into }: { readonly into: string }) =>
      actOnObjection(display.id, objection.id, { kind: 'MERGED', into }),
    close,
  )
  return (
    <Form
      name={`merge-${objection.number}`}
      layout="vertical"
      onFinish={(typed: { readonly into: string }) => merge.mutate(typed)}
    >
      <Form.Item
        name="into"
        label={t('objections.mergeInto')}
        extra={t('objections.mergeHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Select
          options={targets.map(({ id, number, text }) => ({
            value: id,
            label: `${t('objections.number', { number })} ${text}`,
          }))}
        />
      </Form.Item>
      <RefusalMessage error={merge.error} />
      <p className="pub-acts">
        <Button type="primary" htmlType="submit" size="small" loading={merge.isPending}>
          {t('objections.mergeDo')}
        </Button>
        <Button size="small" onClick={close}>
          {t('cancel')}
        </Button>
      </p>
    </Form>
  )
}
