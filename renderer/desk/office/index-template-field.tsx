import { useQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { parseIndexTemplate } from '../../../domain/notice/index-number.ts'
import { checkRegionCode } from '../../../domain/office/region-code.ts'
import { checkUscc } from '../../../domain/office/uscc.ts'
import type { Office } from '../../../domain/office/office.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { previewIndexTemplate } from '../api/office-api.ts'
import { INDEX_TEMPLATES } from './index-templates.ts'

function Example({ template, uscc, regionCode }: { template: string; uscc: string; regionCode: string }) {
  const { t } = useTranslation('desk')
  const code = checkUscc(uscc)
  const region = checkRegionCode(regionCode)
  const ready = template !== '' && code.ok && region.ok
  const preview = useQuery({
    queryKey: ['index-template-preview', template, code.ok && code.value, region.ok && region.value],
    queryFn: () =>
      previewIndexTemplate({
        template,
        uscc: code.ok ? code.value : '',
        regionCode: region.ok ? region.value : '',
      }),
    enabled: ready,
    placeholderData: (before) => before,
  })
  if (!ready) return <>{t('office.indexTemplateWaits')}</>
  if (preview.error !== null) return <RefusalMessage error={preview.error} />
  return (
    <span aria-live="polite">
      {t('office.indexTemplateExample')} <b className="example">{preview.data?.example}</b>
    </span>
  )
}

/** The template of the 索引号 with patterns to choose from and a live example of the first number. */
export function IndexTemplateField({ fixed }: { readonly fixed: boolean }) {
  const { t } = useTranslation('desk')
  const form = Form.useFormInstance<Office>()
  const template = useDeferredValue(Form.useWatch('indexTemplate', form) ?? '')
  const uscc = useDeferredValue(Form.useWatch('uscc', form) ?? '')
  const regionCode = useDeferredValue(Form.useWatch('regionCode', form) ?? '')
  return (
    <div className="index-template">
      <Form.Item
        name="indexTemplate"
        label={t('office.indexTemplate')}
        rules={[
          { required: true, whitespace: true, message: t('office.required') },
          {
            // The line under the field says where the template goes wrong; the rule only holds the form back.
            validator: (_, value: string) =>
              value.trim() === '' || parseIndexTemplate(value).ok
                ? Promise.resolve()
                : Promise.reject(new Error()),
            message: '',
            validateTrigger: 'onSubmit',
          },
        ]}
        extra={<Example template={template.trim()} uscc={uscc} regionCode={regionCode} />}
      >
        <Input className="code" maxLength={80} spellCheck={false} />
      </Form.Item>
      <div className="presets" role="group" aria-label={t('office.indexTemplatePresets')} hidden={fixed}>
        {INDEX_TEMPLATES.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={preset === template}
            onClick={() => form.setFieldsValue({ indexTemplate: preset })}
          >
            {preset}
          </button>
        ))}
      </div>
      <p className="hint" hidden={fixed}>
        {t('office.indexTemplateHelp')}
      </p>
    </div>
  )
}
