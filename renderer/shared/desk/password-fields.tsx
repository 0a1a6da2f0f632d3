import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { checkPassword, PASSWORD_MINIMUM } from '../../../domain/office/password.ts'

type Props = { readonly label?: string }

/** A new password, typed twice (`password`, `again`). */
export function PasswordFields({ label }: Props) {
  const { t } = useTranslation('desk')
  const required = { required: true, message: t('office.required') }
  return (
    <>
      <Form.Item
        name="password"
        label={label ?? t('office.newPassword')}
        extra={t('office.passwordHint', { count: PASSWORD_MINIMUM })}
        validateTrigger="onBlur"
        rules={[
          required,
          {
            validator: (_, value: string | undefined) =>
              value === undefined || value === '' || checkPassword(value).ok
                ? Promise.resolve()
                : Promise.reject(new Error(t('office.passwordShort', { count: PASSWORD_MINIMUM }))),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('office.passwordAgain')}
        dependencies={['password']}
        validateTrigger="onBlur"
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value: string | undefined) =>
              value === undefined || value === '' || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('office.passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
