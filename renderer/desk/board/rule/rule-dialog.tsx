import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Regime } from '../../../../domain/catalogue/catalogue-item.ts'
import { VERIFICATIONS, type Verification } from '../../../../domain/duty/rule-record.ts'
import { ruleFor } from '../../../../domain/posting/posting-rule.ts'
import type { PostingRulesView } from '../../../../server/posting/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { setPostingRule } from '../../api/board-api.ts'
import { BOARDS_KEY, POSTING_RULES_KEY } from '../board-keys.ts'

type Typed = {
  readonly days: number | null
  readonly unit: 'day' | 'workday'
  readonly effectiveFrom: string
  readonly basis: string
  readonly verified: Verification
}

/** Sets how long sheets on boards of a kind stay up at least, from a day on; without days the rule ends. */
export function RuleDialog(props: {
  readonly regime: Regime
  readonly view: PostingRulesView
  readonly close: () => void
}) {
  const { regime, view, close } = props
  const { t } = useTranslation(['board', 'terms'])
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const now = ruleFor(view.rules, regime, view.today)
  const offered = view.offered.find((one) => one.regime === regime)
  const save = useMutation({
    mutationFn: (typed: Typed) => setPostingRule({ ...typed, days: typed.days ?? null, regime }),
    onSuccess: async (after) => {
      queries.setQueryData(POSTING_RULES_KEY, after)
      await queries.invalidateQueries({ queryKey: BOARDS_KEY })
      close()
    },
  })
  return (
    <Modal
      open
      title={t('board:rules.dialog', { regime: t(`terms:regime.${regime}`) })}
      okText={t('board:rules.save')}
      cancelText={t('board:cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="bd-why bd-first">{t('board:rules.meaning')}</p>
      {offered === undefined || offered.days === null ? null : (
        <p className="bd-first">
          <span className="bd-why">{offered.basis}</span>{' '}
          <Button
            size="small"
            onClick={() => {
              const { days, unit, basis, verified } = offered
              form.setFieldsValue({ days, unit, basis, verified })
            }}
          >
            {t('board:rules.take', { days: t(`board:rules.days.${offered.unit}`, { number: offered.days }) })}
          </Button>
        </p>
      )}
      <Form
        form={form}
        name="posting-rule"
        layout="vertical"
        initialValues={{
          days: now?.days ?? null,
          unit: now?.unit ?? 'day',
          effectiveFrom: view.today,
          basis: now?.basis ?? '',
          verified: now?.verified ?? 'UNVERIFIED',
        }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <div className="row bd-rule-days">
          <Form.Item name="days" label={t('board:rules.number')} extra={t('board:rules.numberHint')}>
            <InputNumber min={1} max={400} precision={0} />
          </Form.Item>
          <Form.Item name="unit" label={t('board:rules.unit')}>
            <Select
              options={(['day', 'workday'] as const).map((unit) => ({
                value: unit,
                label: t(`board:rules.unitName.${unit}`),
              }))}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="effectiveFrom"
          label={t('board:rules.from')}
          rules={[{ required: true, message: t('board:rules.required') }]}
        >
          <Input type="date" className="bd-day" min={view.today} />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('board:rules.basis')}
          rules={[{ required: true, whitespace: true, message: t('board:rules.required') }]}
        >
          <Input.TextArea className="grow" maxLength={500} />
        </Form.Item>
        <Form.Item name="verified" label={t('board:rules.verified')}>
          <Select
            options={VERIFICATIONS.map((one) => ({ value: one, label: t(`terms:verification.${one}`) }))}
          />
        </Form.Item>
      </Form>
      <RefusalMessage error={save.error} />
    </Modal>
  )
}
