import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '../password-form.tsx'
import { useSignInByName } from './session-steps.ts'

/** Where nobody is listed for strangers: type who you are, then the password. */
export function SignInByName({ action }: { readonly action: string }) {
  const { t } = useTranslation('desk')
  const id = useId()
  const [name, setName] = useState('')
  const signIn = useSignInByName()
  return (
    <div className="sign-in-named">
      <label htmlFor={id}>{t('shell.yourName')}</label>
      <Input
        id={id}
        size="large"
        maxLength={20}
        autoComplete="username"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordForm
        action={action}
        error={signIn.error}
        busy={signIn.isPending}
        send={(password) => signIn.mutate({ name: name.trim(), password })}
      />
    </div>
  )
}
