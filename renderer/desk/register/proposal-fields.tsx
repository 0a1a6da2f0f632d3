import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Why a list is changed, on which basis, and from when: the same for every change set. */
export type ProposalHead = {
  readonly reason: string
  readonly legalBasis: string
  readonly effectiveOn: string
  readonly personal?: boolean
}

/** What goes into the public change log, and where something is replaced, whether its former texts may be told there. */
export function ProposalFields({ replaces }: { readonly replaces: boolean }) {
  const { t } = useTranslation('register')
  return (
    <>
      <Form.Item
        name="reason"
        label={t('change.reason')}
        extra={t('change.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={2} className="grow" maxLength={2000} />
      </Form.Item>
      <Form.Item name="legalBasis" label={t('change.legalBasis')}>
        <Input.TextArea
          rows={1}
          className="grow"
          maxLength={2000}
          placeholder={t('change.legalBasisExample')}
        />
      </Form.Item>
      <Form.Item
        name="effectiveOn"
        label={t('change.effectiveOn')}
        extra={t('change.effectiveOnHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Input type="date" className="reg-date" />
      </Form.Item>
      {replaces && (
        <Form.Item name="personal" valuePropName="checked" extra={t('change.personalHint')}>
          <Checkbox>{t('change.personal')}</Checkbox>
        </Form.Item>
      )}
    </>
  )
}
