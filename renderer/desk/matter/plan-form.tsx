import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConsultationPlan } from '../../../domain/voice/consultation.ts'
import { OPINION_CHANNELS, type OpinionChannel } from '../../../domain/voice/opinion-channel.ts'
import type { ConsultationView, MatterDetail } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { explainReckoning } from '../../shared/duty/explain.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { planConsultation, reckonEnd } from '../api/matter-api.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

type Typed = {
  readonly how: 'PUBLICATION' | 'DAY'
  readonly opensOn?: string
  readonly amount: number
  readonly unit: 'day' | 'workday'
  readonly shorterReason?: string
  readonly channels: Readonly<Partial<Record<OpinionChannel, string>>>
}

// The kiosk takes no opinions yet.
const OFFERED = OPINION_CHANNELS.filter((channel) => channel !== 'KIOSK')

function begin(matter: MatterDetail, consultation: ConsultationView | null): Typed {
  const plan = consultation?.plan
  const told = plan?.channels.map(({ channel, detail }) => [channel, detail] as const) ?? []
  return {
    how: plan?.opensOn ? 'DAY' : 'PUBLICATION',
    opensOn: plan?.opensOn ?? matter.today,
    amount: plan?.amount ?? matter.usual?.amount ?? 7,
    unit: plan?.unit ?? matter.usual?.unit ?? 'workday',
    shorterReason: plan?.shorterReason ?? '',
    channels: Object.fromEntries(told),
  }
}

function planOf(typed: Typed): ConsultationPlan {
  return {
    opensOn: typed.how === 'DAY' ? (typed.opensOn ?? null) : null,
    amount: typed.amount,
    unit: typed.unit,
    shorterReason: typed.shorterReason ?? '',
    channels: OFFERED.map((channel) => ({ channel, detail: typed.channels[channel]?.trim() ?? '' })).filter(
      ({ detail }) => detail !== '',
    ),
  }
}

function Ends(props: { readonly matter: MatterDetail; readonly typed: Partial<Typed> | undefined }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const { t: dutyT } = useTranslation(['duty', 'terms'])
  const { matter, typed } = props
  const { amount, unit } = typed ?? {}
  const start = typed?.how === 'DAY' ? (typed.opensOn ?? '') : matter.today
  const known = typeof amount === 'number' && amount > 0 && unit !== undefined && start !== ''
  const end = useQuery({
    queryKey: ['due-preview', start, amount, unit],
    queryFn: () => reckonEnd(start, amount ?? 1, unit ?? 'day'),
    enabled: known,
    placeholderData: (before) => before,
  })
  if (!known || end.data === undefined) return null
  const reading = { today: matter.today, language: i18n.language }
  return (
    <p className="mt-ends" aria-live="polite">
      <span className="soft">{t('matter:plan.ends')}</span>{' '}
      <b>{dayText(end.data.due, matter.today, i18n.language)}</b>{' '}
      {typed?.how !== 'DAY' && <span className="soft">{t('matter:plan.endsIfToday')}</span>}
      <br />
      <span className="hint">
        {explainReckoning({ ...end.data, term: { amount, unit, start } }, reading, dutyT)}
      </span>
    </p>
  )
}

/** How opinions are gathered: from when, how long, by which channels, and why it is shorter than usual. */
export function PlanForm(props: {
  readonly matter: MatterDetail
  readonly consultation: ConsultationView | null
  readonly done: () => void
}) {
  const { t } = useTranslation(['matter', 'terms'])
  const { matter, consultation, done } = props
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch<Partial<Typed> | undefined>([], form)
  const refresh = useMatterRefresh()
  const save = useMutation({
    mutationFn: (all: Typed) => planConsultation(matter.id, consultation?.id ?? null, planOf(all)),
    onSuccess: async () => {
      await refresh()
      done()
    },
  })
  const { usual } = matter
  return (
    <Form
      form={form}
      name="plan"
      layout="vertical"
      initialValues={begin(matter, consultation)}
      onFinish={(all) => save.mutate(all)}
    >
      <Form.Item name="how" label={t('matter:plan.opens')}>
        <Radio.Group
          options={[
            { value: 'PUBLICATION', label: t('matter:plan.opensPublication') },
            { value: 'DAY', label: t('matter:plan.opensDay') },
          ]}
        />
      </Form.Item>
      {typed?.how === 'DAY' && (
        <Form.Item
          name="opensOn"
          aria-label={t('matter:plan.opensDay')}
          rules={[{ required: true, message: t('matter:required') }]}
        >
          <Input type="date" min={matter.today} className="mt-date" aria-label={t('matter:plan.opensDay')} />
        </Form.Item>
      )}
      <Form.Item
        label={t('matter:plan.length')}
        extra={
          usual === null
            ? undefined
            : t('matter:plan.usual', {
                amount: usual.amount,
                unit: t(`terms:periodUnit.${usual.unit}`),
                basis: t(`matter:plan.basis.${usual.basis}`),
              })
        }
      >
        <div className="row">
          <Form.Item name="amount" noStyle rules={[{ required: true, message: t('matter:required') }]}>
            <InputNumber min={1} max={365} aria-label={t('matter:plan.length')} />
          </Form.Item>
          <Form.Item name="unit" noStyle>
            <Select
              className="mt-unit"
              aria-label={t('matter:plan.length')}
              options={[
                { value: 'day', label: t('matter:plan.unitDay') },
                { value: 'workday', label: t('matter:plan.unitWorkday') },
              ]}
            />
          </Form.Item>
        </div>
      </Form.Item>
      <Ends matter={matter} typed={typed} />
      {usual !== null && (
        <Form.Item name="shorterReason" label={t('matter:plan.shorter')} extra={t('matter:plan.shorterHint')}>
          <Input maxLength={300} />
        </Form.Item>
      )}
      <p className="strong">{t('matter:plan.channels')}</p>
      <p className="hint">{t('matter:plan.channelsHint')}</p>
      <div className="mt-channel-fields">
        {OFFERED.map((channel) => (
          <Form.Item key={channel} name={['channels', channel]} label={t(`terms:opinionChannel.${channel}`)}>
            <Input maxLength={300} placeholder={t(`matter:plan.detail.${channel}`)} />
          </Form.Item>
        ))}
      </div>
      <RefusalMessage error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('matter:save')}
      </Button>
    </Form>
  )
}
