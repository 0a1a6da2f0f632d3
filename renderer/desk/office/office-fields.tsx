import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { checkRegionCode } from '../../../domain/office/region-code.ts'
import { checkUscc } from '../../../domain/office/uscc.ts'
import type { Office } from '../../../domain/office/office.ts'
import { IndexTemplateField } from './index-template-field.tsx'
import { UsccVerdict } from './uscc-verdict.tsx'

/** What a new office starts from. */
export const BLANK_OFFICE: Office = {
  name: '',
  uscc: '',
  regionCode: '',
  telephone: '',
  address: '',
  openingHours: '',
  indexTemplate: '{uscc}/{yyyy}-{seq:5}',
}

/** The office as typed, in its written form: no blanks at the ends, codes mended. */
export function tidyOffice(typed: Office): Office {
  const uscc = checkUscc(typed.uscc)
  const regionCode = checkRegionCode(typed.regionCode)
  return {
    name: typed.name.trim(),
    uscc: uscc.ok ? uscc.value : typed.uscc.trim(),
    regionCode: regionCode.ok ? regionCode.value : typed.regionCode.trim(),
    telephone: typed.telephone.trim(),
    address: typed.address.trim(),
    openingHours: typed.openingHours.trim(),
    indexTemplate: typed.indexTemplate.trim(),
  }
}

/** The fields of the office, for the first start and for the settings. */
export function OfficeFields({ fixed = false }: { readonly fixed?: boolean }) {
  const { t } = useTranslation('desk')
  const uscc = Form.useWatch<string | undefined>('uscc')
  const required = [{ required: true, whitespace: true, message: t('office.required') }]
  return (
    <div className="fields">
      <Form.Item name="name" label={t('office.name')} rules={required} className="wide">
        <Input maxLength={60} placeholder={t('office.namePlaceholder')} />
      </Form.Item>
      <Form.Item
        name="uscc"
        label={t('office.uscc')}
        extra={<UsccVerdict value={uscc} />}
        rules={[
          ...required,
          {
            // The verdict under the field already says what is wrong; the rule only holds the form back.
            validator: (_, value: string) =>
              value.trim() === '' || checkUscc(value).ok ? Promise.resolve() : Promise.reject(new Error()),
            message: '',
            validateTrigger: 'onSubmit',
          },
        ]}
      >
        <Input className="code" maxLength={40} spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="regionCode"
        label={t('office.regionCode')}
        extra={t('office.regionCodeHint')}
        validateTrigger="onBlur"
        rules={[
          ...required,
          {
            validator: (_, value: string) =>
              value.trim() === '' || checkRegionCode(value).ok
                ? Promise.resolve()
                : Promise.reject(new Error(t('office.regionCodeBad'))),
          },
        ]}
      >
        <Input className="code" maxLength={20} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="telephone" label={t('office.telephone')} rules={required}>
        <Input
          maxLength={60}
          inputMode="tel"
          autoComplete="off"
          placeholder={t('office.telephonePlaceholder')}
        />
      </Form.Item>
      <Form.Item name="openingHours" label={t('office.openingHours')} rules={required}>
        <Input maxLength={120} placeholder={t('office.openingHoursPlaceholder')} />
      </Form.Item>
      <Form.Item name="address" label={t('office.address')} rules={required} className="wide">
        <Input maxLength={120} placeholder={t('office.addressPlaceholder')} />
      </Form.Item>
      <div className="wide">
        <IndexTemplateField fixed={fixed} />
      </div>
    </div>
  )
}
