import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  REVIEW_OUTCOMES,
  type ReviewOutcome,
  usualReviewDue,
} from '../../../domain/register/undisclosed-matter.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getChoices, reviewMatter } from '../api/register-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CHOICES_KEY } from './register-keys.ts'
import { useRefresh } from './use-refresh.ts'

type Typed = { readonly outcome: ReviewOutcome; readonly reason: string; readonly nextDue?: string }

function Fields({ id, today }: { readonly id: string; readonly today: string }) {
  const { t } = useTranslation(['register', 'terms'])
  const [form] = Form.useForm<Typed>()
  const refresh = useRefresh()
  const outcome = Form.useWatch('outcome', form)
  const decide = useMutation({
    mutationFn: ({ outcome: decided, reason, nextDue }: Typed) =>
      reviewMatter(id, {
        outcome: decided,
        reason,
        nextDue: nextDue === undefined || nextDue === '' ? null : nextDue,
      }),
    onSuccess: refresh,
  })
  return (
    <section className="card">
      <h2>{t('register:review.title')}</h2>
      <Form
        form={form}
        name="review"
        layout="vertical"
        className="card-body"
        initialValues={{ reason: '', nextDue: usualReviewDue(today) }}
        onFinish={(typed) => decide.mutate(typed)}
      >
        <Form.Item
          name="outcome"
          label={t('register:review.outcome')}
          rules={[{ required: true, message: t('register:review.outcomeRequired') }]}
          extra={outcome === undefined ? undefined : t(`register:review.meaning.${outcome}`)}
        >
          <Radio.Group
            options={REVIEW_OUTCOMES.map((value) => ({ value, label: t(`terms:reviewOutcome.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('register:review.reason')}
          rules={[{ required: true, whitespace: true, message: t('register:required') }]}
        >
          <Input.TextArea rows={2} className="grow" maxLength={5000} />
        </Form.Item>
        {outcome !== 'DISCLOSED' && (
          <Form.Item
            name="nextDue"
            label={t('register:review.nextDue')}
            extra={t('register:review.nextDueHint')}
          >
            <Input type="date" className="reg-date" />
          </Form.Item>
        )}
        <RefusalMessage error={decide.error} />
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {t('register:review.decide')}
        </Button>
      </Form>
    </section>
  )
}

/** Decides whether a matter stays undisclosed, and when it is looked at next. */
export function ReviewForm({ id }: { readonly id: string }) {
  const choices = useQuery({ queryKey: CHOICES_KEY, queryFn: getChoices })
  return <QueryBody query={choices}>{({ today }) => <Fields id={id} today={today} />}</QueryBody>
}
