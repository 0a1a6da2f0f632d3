import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  SCRIPT_LAYOUTS,
  SCRIPT_LEADS,
  SIZE_RATIO,
  USUAL_ORDER,
} from '../../../domain/language/script-order.ts'
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../../../domain/notice/language.ts'
import type { NewScriptOrder } from '../../../server/language/script-orders.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { SCRIPT_ORDERS_KEY, setScriptOrder } from '../api/language-api.ts'
import { OrderSketch } from './order-sketch.tsx'

// A select has no value that is null.
type Typed = Omit<NewScriptOrder, 'language'> & { readonly language: NoticeLanguage | 'ALL' }

/** Sets which script leads from a day on, with the rule it rests on. */
export function OrderForm({ today }: { readonly today: string }) {
  const { t } = useTranslation(['language', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch([], form) as Typed | undefined
  const set = useMutation({
    mutationFn: ({ language, ...order }: Typed) =>
      setScriptOrder({ ...order, language: language === 'ALL' ? null : language }),
    onSuccess: (answer) => {
      queries.setQueryData(SCRIPT_ORDERS_KEY, answer)
      form.resetFields()
      void message.success(t('language:order.saved'))
    },
  })
  const required = [{ required: true, message: t('language:order.required') }]
  return (
    <Form
      form={form}
      name="scriptOrder"
      layout="vertical"
      className="so-form"
      initialValues={{
        ...USUAL_ORDER,
        language: 'ALL',
        effectiveFrom: today,
        basis: '',
        basisRead: false,
      }}
      scrollToFirstError={{ focus: true }}
      onFinish={(values) => set.mutate(values)}
    >
      <div className="so-pair">
        <Form.Item name="language" label={t('language:order.language')}>
          <Select
            options={[
              { value: 'ALL', label: t('language:order.allLanguages') },
              ...NOTICE_LANGUAGES.map((language) => ({
                value: language,
                label: t(`terms:language.${language}`),
              })),
            ]}
          />
        </Form.Item>
        <Form.Item name="effectiveFrom" label={t('language:order.effectiveFrom')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="sizeRatio" label={t('language:order.ratio')} rules={required}>
          <InputNumber min={SIZE_RATIO.least} max={SIZE_RATIO.most} step={5} precision={0} />
        </Form.Item>
      </div>
      <div className="so-pair">
        <div>
          <Form.Item name="lead" label={t('language:order.lead')}>
            <Radio.Group
              options={SCRIPT_LEADS.map((lead) => ({ value: lead, label: t(`terms:scriptLead.${lead}`) }))}
            />
          </Form.Item>
          <Form.Item name="layout" label={t('language:order.layout')}>
            <Radio.Group
              options={SCRIPT_LAYOUTS.map((layout) => ({
                value: layout,
                label: t(`terms:scriptLayout.${layout}`),
              }))}
            />
          </Form.Item>
        </div>
        {typed?.lead ? <OrderSketch {...typed} /> : null}
      </div>
      <Form.Item
        name="basis"
        label={t('language:order.basis')}
        extra={t('language:order.basisHint')}
        rules={[{ required: true, whitespace: true, message: t('language:order.required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={500} />
      </Form.Item>
      <Form.Item name="basisRead" valuePropName="checked">
        <Checkbox>{t('language:order.basisRead')}</Checkbox>
      </Form.Item>
      <RefusalMessage error={set.error} />
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {t('language:order.set')}
      </Button>
    </Form>
  )
}
