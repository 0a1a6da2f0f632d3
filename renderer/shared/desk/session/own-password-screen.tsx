import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Door } from './door.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'
import { useSignOut } from './session-steps.ts'

/** Stands before the pages of a person whose password somebody else knows. */
export function OwnPasswordScreen({ name }: { readonly name: string }) {
  const { t } = useTranslation('desk')
  const leave = useSignOut()
  return (
    <Door title={t('shell.ownPasswordTitle')} sub={t('shell.ownPasswordWhy', { name })}>
      <div className="own-password">
        <OwnPasswordForm oldLabel={t('shell.givenPassword')} action={t('shell.ownPasswordAction')} />
      </div>
      <footer>
        <Button type="link" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('shell.signOut')}
        </Button>
      </footer>
    </Door>
  )
}
