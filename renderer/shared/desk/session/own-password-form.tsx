import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../ui/refusal-message.tsx'
import { PasswordFields } from '../password-fields.tsx'
import { useOwnPassword } from './session-steps.ts'

type Props = { readonly oldLabel: string; readonly action: string; readonly done?: () => void }
type Typed = { readonly old: string; readonly password: string }

/** The old password and, twice, the new one, for the person who sits here. */
export function OwnPasswordForm({ oldLabel, action, done }: Props) {
  const { t } = useTranslation('desk')
  const change = useOwnPassword(done)
  return (
    <Form
      name="own-password"
      layout="vertical"
      onFinish={({ old, password }: Typed) => change.mutate({ old, new: password })}
    >
      <Form.Item name="old" label={oldLabel} rules={[{ required: true, message: t('office.required') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <PasswordFields label={t('office.nextPassword')} />
      <RefusalMessage error={change.error} />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {action}
      </Button>
    </Form>
  )
}
