import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { MATTER_KINDS } from '../../../domain/matter/matter-kind.ts'
import type { MatterFacts } from '../../../server/matter/keep-matter.ts'
import type { MatterDetail } from '../../../server/matter/views.ts'
import type { RegisterChoices } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { editMatterFacts, openMatter } from '../api/matter-api.ts'
import { getChoices } from '../api/register-api.ts'
import { CHOICES_KEY } from '../register/register-keys.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { useMatterRefresh } from './use-matter-refresh.ts'

type Props = {
  /** Null opens one. */
  readonly matter: MatterDetail | null
  readonly done: (matter: MatterDetail) => void
}

function begin(matter: MatterDetail | null, choices: RegisterChoices): MatterFacts {
  if (matter !== null) return { ...matter, unitId: matter.unit.id }
  return {
    unitId: choices.units[0]?.id ?? '',
    kind: 'MAJOR_DECISION',
    title: '',
    target: '',
    measures: '',
    owner: '',
  }
}

function Fields({ matter, done, choices }: Props & { readonly choices: RegisterChoices }) {
  const { t } = useTranslation(['matter', 'terms'])
  const [form] = Form.useForm<MatterFacts>()
  const refresh = useMatterRefresh()
  const kind = Form.useWatch('kind', form) ?? 'MAJOR_DECISION'
  const fixed = matter?.kindFixed ?? false
  const save = useMutation({
    mutationFn: ({ unitId, kind: chosen, title, target, measures, owner }: MatterFacts) => {
      const facts = { unitId, kind: chosen, title, target, measures, owner }
      return matter === null ? openMatter(facts) : editMatterFacts(matter.id, facts)
    },
    onSuccess: async (saved) => {
      await refresh()
      done(saved)
    },
  })
  return (
    <Form
      form={form}
      name="matter-facts"
      layout="vertical"
      initialValues={begin(matter, choices)}
      scrollToFirstError={{ focus: true }}
      onFinish={(typed) => save.mutate(typed)}
    >
      <Form.Item
        name="title"
        label={t('matter:facts.name')}
        extra={t('matter:facts.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('matter:required') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item
        name="kind"
        label={t('matter:facts.kind')}
        extra={fixed ? t('matter:facts.kindFixed') : t(`matter:facts.kindHint.${kind}`)}
      >
        <Radio.Group
          disabled={fixed}
          options={MATTER_KINDS.map((value) => ({ value, label: t(`terms:matterKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="unitId" label={t('matter:facts.unit')}>
        <Select
          disabled={fixed}
          options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="target" label={t('matter:facts.target')}>
        <Input.TextArea rows={2} className="grow" maxLength={5000} />
      </Form.Item>
      <Form.Item name="measures" label={t('matter:facts.measures')}>
        <Input.TextArea rows={2} className="grow" maxLength={5000} />
      </Form.Item>
      <Form.Item name="owner" label={t('matter:facts.owner')}>
        <Input maxLength={500} />
      </Form.Item>
      <RefusalMessage error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t(matter === null ? 'matter:facts.create' : 'matter:save')}
      </Button>
    </Form>
  )
}

/** What a matter is about: name, kind, unit, target, measures, owner. */
export function MatterForm(props: Props) {
  const choices = useQuery({ queryKey: CHOICES_KEY, queryFn: getChoices })
  return <QueryBody query={choices}>{(data) => <Fields {...props} choices={data} />}</QueryBody>
}
