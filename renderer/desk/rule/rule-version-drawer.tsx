import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { RULE_SCOPES, VERIFICATIONS } from '../../../domain/duty/rule-record.ts'
import type { RuleView } from '../../../server/duty/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type NewRule, RULES_KEY, saveRule } from '../api/rule-api.ts'
import type { RuleValue } from '../catalogue/rule-draft.ts'
import { RuleEditor } from '../catalogue/rule-editor.tsx'

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

function RuleForm({ rule, close }: { readonly rule: RuleView | null; readonly close: () => void }) {
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
  const required = [{ required: true, whitespace: true, message: t('rule:required') }]
  const empty = value === null || (value.rule === null && value.displayPeriod === null)
  return (
    <Form
      name="rule-version"
      layout="vertical"
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
        <Form.Item name="ruleId" label={t('rule:ruleId')} rules={required} extra={t('rule:ruleIdHint')}>
          <Input maxLength={20} disabled={rule !== null} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('rule:name')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <RuleEditor
        text=""
        value={{ rule: rule?.rule ?? null, displayPeriod: rule?.displayPeriod ?? null }}
        change={setValue}
      />
      <Form.Item name="basis" label={t('rule:basis')} rules={required}>
        <Input maxLength={200} autoComplete="off" />
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
        <Form.Item name="effectiveTo" label={t('rule:effectiveTo')}>
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

type Props = { readonly rule: RuleView | 'NEW' | null; readonly close: () => void }

/** A new rule, or a new version of one; the version before it stays on record. */
export function RuleVersionDrawer({ rule, close }: Props) {
  const { t } = useTranslation('rule')
  const shown = rule === 'NEW' ? null : rule
  return (
    <Drawer
      open={rule !== null}
      title={shown === null ? t('newTitle') : t('versionTitle', { name: shown.name })}
      size={720}
      destroyOnHidden
      onClose={close}
    >
      {rule !== null && <RuleForm rule={shown} close={close} />}
    </Drawer>
  )
}
