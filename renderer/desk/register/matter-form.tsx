import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { EXEMPTION_GROUNDS, type ExemptionGround } from '../../../domain/register/exemption-ground.ts'
import { type UndisclosedEntry, usualReviewDue } from '../../../domain/register/undisclosed-matter.ts'
import type { MatterDetail, RegisterChoices } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { editMatter, enterMatter, getChoices } from '../api/register-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CHOICES_KEY } from './register-keys.ts'
import { useRefresh } from './use-refresh.ts'

type Props = {
  /** Null for a new entry. */
  readonly matter: MatterDetail | null
  readonly done: (matter: MatterDetail) => void
}

type Typed = Omit<UndisclosedEntry, 'producedOn'> & { readonly producedOn: string }

function begin(matter: MatterDetail | null, { units, reviewers, today }: RegisterChoices): Partial<Typed> {
  if (matter !== null) return { ...matter, producedOn: matter.producedOn ?? '' }
  return {
    unitId: units[0]?.id ?? '',
    alias: false,
    title: '',
    informationNumber: '',
    description: '',
    documentNumber: '',
    producedOn: '',
    reason: '',
    decidedOn: today,
    reviewDue: usualReviewDue(today),
    ...(reviewers.length === 1 && { reviewerId: reviewers[0]?.id ?? '' }),
  }
}

function Fields({ matter, done, choices }: Props & { readonly choices: RegisterChoices }) {
  const { t } = useTranslation(['register', 'terms'])
  const [form] = Form.useForm<Typed>()
  const refresh = useRefresh()
  const ground = Form.useWatch<ExemptionGround | undefined>('ground', form)
  const save = useMutation({
    mutationFn: (typed: Typed) => {
      const entry: UndisclosedEntry = {
        ...typed,
        producedOn: typed.producedOn === '' ? null : typed.producedOn,
      }
      return matter === null ? enterMatter(entry) : editMatter(matter.id, entry)
    },
    onSuccess: async (saved) => {
      await refresh()
      done(saved)
    },
  })
  const required = [{ required: true, message: t('register:required') }]
  const written = [{ required: true, whitespace: true, message: t('register:required') }]
  return (
    <Form
      form={form}
      name="matter"
      layout="vertical"
      initialValues={begin(matter, choices)}
      scrollToFirstError={{ focus: true }}
      onFinish={(typed) => save.mutate(typed)}
    >
      <Form.Item
        name="ground"
        label={t('register:undisclosed.ground')}
        rules={required}
        extra={ground === 'STATE_SECRET' ? t('register:undisclosed.secretHint') : undefined}
      >
        <Select
          options={EXEMPTION_GROUNDS.map((value) => ({
            value,
            label: t('register:undisclosed.groundOption', {
              ground: t(`terms:exemptionGround.${value}`),
              article: t(`terms:groundArticle.${value}`),
            }),
          }))}
          onChange={(value: ExemptionGround) => {
            if (value === 'STATE_SECRET') form.setFieldValue('alias', true)
          }}
        />
      </Form.Item>
      <Form.Item name="title" label={t('register:undisclosed.name')} rules={written}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="alias" valuePropName="checked">
        <Checkbox disabled={ground === 'STATE_SECRET'}>{t('register:undisclosed.alias')}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={t('register:undisclosed.reason')} rules={written}>
        <Input.TextArea rows={2} className="grow" maxLength={5000} />
      </Form.Item>
      <Form.Item name="unitId" label={t('register:undisclosed.unit')} rules={required}>
        <Select options={choices.units.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <div className="reg-two">
        <Form.Item name="reviewerId" label={t('register:undisclosed.reviewer')} rules={required}>
          <Select options={choices.reviewers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('register:undisclosed.decidedOn')} rules={required}>
          <Input
            type="date"
            max={choices.today}
            onChange={(event) => {
              const day = event.target.value
              if (day !== '') form.setFieldValue('reviewDue', usualReviewDue(day))
            }}
          />
        </Form.Item>
        <Form.Item
          name="reviewDue"
          label={t('register:undisclosed.reviewDue')}
          extra={t('register:undisclosed.reviewDueHint')}
          rules={required}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="producedOn" label={t('register:undisclosed.producedOn')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="informationNumber" label={t('register:undisclosed.informationNumber')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="documentNumber" label={t('register:undisclosed.documentNumber')}>
          <Input maxLength={500} />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('register:undisclosed.description')}>
        <Input.TextArea rows={2} className="grow" maxLength={5000} />
      </Form.Item>
      <RefusalMessage error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t(matter === null ? 'register:undisclosed.enterDo' : 'register:save')}
      </Button>
    </Form>
  )
}

/** Every field of an entry; what most entries have comes first. */
export function MatterForm(props: Props) {
  const choices = useQuery({ queryKey: CHOICES_KEY, queryFn: getChoices })
  return <QueryBody query={choices}>{(data) => <Fields {...props} choices={data} />}</QueryBody>
}
