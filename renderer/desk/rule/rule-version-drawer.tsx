import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { RULE_SCOPES, VERIFICATIONS } from '../../../domain/duty/rule-record.ts'
import type { RuleView } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type NewRule, RULES_KEY, saveRule } from '../api/rule-api.ts'
import type { RuleValue } from '../catalogue/rule/rule-draft.ts'
import { RuleEditor } from '../catalogue/rule/rule-editor.tsx'

type Typed = Pick<NewRule, 'ruleId' | 'name' | 'basis' | 'scope' | 'verified' | 'note'> & {
  readonly defaultFor: readonly Regime[]
  readonly effectiveFrom: string
  readonly effectiveTo: string
}

const EMPTY: Typed = {
  ruleId: '',
  name: '',
  basis: '',
  scope: 'COUNTY',
  verified: 'UNVERIFIED',
  note: '',
  defaultFor: [],
  effectiveFrom: '',
  effectiveTo: '',
}

function typedOf(rule: RuleView | null): Typed {
  if (rule === null) return EMPTY
  const { ruleId, name, basis, scope, verified, note, defaultFor } = rule
  const [effectiveFrom, effectiveTo] = [rule.effectiveFrom ?? '', rule.effectiveTo ?? '']
  return { ruleId, name, basis, scope, verified, note, defaultFor, effectiveFrom, effectiveTo }
}

/** As the server asks for it: capital letters, digits and hyphens, two to twenty. */
const RULE_ID = /^[A-Z0-9][A-Z0-9-]{1,19}$/

type FormProps = {
  readonly rule: RuleView | null
  readonly rules: readonly RuleView[]
  readonly close: () => void
}

function RuleForm({ rule, rules, close }: FormProps) {
  const { t } = useTranslation(['rule', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [value, setValue] = useState<RuleValue | null>({
    rule: rule?.rule ?? null,
    displayPeriod: rule?.displayPeriod ?? null,
  })
  const save = useMutation({
    mutationFn: saveRule,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: RULES_KEY })
      void message.success(t('rule:saved'))
      close()
    },
  })
  // A new rule under a number that is in use would silently become the next version of that rule.
  const known = (id: string) => rules.some((one) => one.ruleId === id)
  const taken = () => Promise.reject(new Error(t('rule:ruleIdTaken')))
  const required = [{ required: true, whitespace: true, message: t('rule:required') }]
  const empty = value === null || (value.rule === null && value.displayPeriod === null)
  return (
    <Form
      name="rule-version"
      className="rule-form"
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={typedOf(rule)}
      onFinish={(typed: Typed) => {
        if (value === null) return
        save.mutate({
          ...typed,
          ruleId: rule?.ruleId ?? typed.ruleId.trim(),
          ...value,
          effectiveFrom: typed.effectiveFrom === '' ? null : typed.effectiveFrom,
          effectiveTo: typed.effectiveTo === '' ? null : typed.effectiveTo,
        })
      }}
    >
      <div className="fields">
        <Form.Item
          name="ruleId"
          label={t('rule:ruleId')}
          normalize={(typed: string) => typed.toUpperCase().trim()}
          rules={
            rule === null
              ? [
                  ...required,
                  { pattern: RULE_ID, message: t('rule:ruleIdBad') },
                  { validator: (_, typed: string) => (known(typed) ? taken() : Promise.resolve()) },
                ]
              : []
          }
          extra={rule === null ? t('rule:ruleIdHint') : undefined}
        >
          <Input maxLength={20} disabled={rule !== null} autoComplete="off" autoFocus={rule === null} />
        </Form.Item>
        <Form.Item name="name" label={t('rule:ruleName')} rules={required}>
          <Input maxLength={60} autoComplete="off" autoFocus={rule !== null} />
        </Form.Item>
      </div>
      <RuleEditor
        text=""
        value={{ rule: rule?.rule ?? null, displayPeriod: rule?.displayPeriod ?? null }}
        change={setValue}
      />
      <Form.Item
        name="basis"
        label={t('rule:basis')}
        dependencies={['verified']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('verified') !== 'UNVERIFIED',
            whitespace: true,
            message: t('rule:basisMissing'),
          }),
        ]}
      >
        <Input maxLength={200} autoComplete="off" placeholder={t('rule:basisExample')} />
      </Form.Item>
      <div className="fields">
        <Form.Item name="scope" label={t('rule:scope')}>
          <Select options={RULE_SCOPES.map((one) => ({ value: one, label: t(`terms:ruleScope.${one}`) }))} />
        </Form.Item>
        <Form.Item name="verified" label={t('rule:verified')} extra={t('rule:verifiedHint')}>
          <Select
            options={VERIFICATIONS.map((one) => ({ value: one, label: t(`terms:verification.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t('rule:effectiveFrom')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="effectiveTo"
          label={t('rule:effectiveTo')}
          dependencies={['effectiveFrom']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to: string) =>
                to !== '' && to < String(getFieldValue('effectiveFrom'))
                  ? Promise.reject(new Error(t('rule:endsBeforeBeginning')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="defaultFor" label={t('rule:defaultFor')}>
        <Checkbox.Group
          options={REGIMES.map((regime) => ({ value: regime, label: t(`terms:regime.${regime}`) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('rule:note')}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <p className="sub">{t('rule:saveMeaning')}</p>
      <RefusalMessage error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={empty} loading={save.isPending}>
          {t('rule:save')}
        </Button>
        <Button onClick={close}>{t('rule:cancel')}</Button>
      </div>
    </Form>
  )
}

type Props = {
  readonly rule: RuleView | 'NEW' | null
  readonly rules: readonly RuleView[]
  readonly close: () => void
}

/** A new rule, or a new version of one; the version before it stays on record. */
export function RuleVersionDrawer({ rule, rules, close }: Props) {
  const { t } = useTranslation('rule')
  const shown = rule === 'NEW' ? null : rule
  return (
    <Drawer
      open={rule !== null}
      title={shown === null ? t('newTitle') : t('versionTitle', { name: shown.name })}
      size={760}
      // The first field takes it.
      autoFocus={false}
      destroyOnHidden
      onClose={close}
    >
      {rule !== null && <RuleForm rule={shown} rules={rules} close={close} />}
    </Drawer>
  )
}
