import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignOut } from './use-sign-out.ts'

/** The way out of a screen without a person menu. */
export function SignOutButton() {
  const { t } = useTranslation('desk')
  const leave = useSignOut()
  return (
    <Button type="link" loading={leave.isPending} onClick={() => leave.mutate()}>
      {t('shell.signOut')}
    </Button>
  )
}
