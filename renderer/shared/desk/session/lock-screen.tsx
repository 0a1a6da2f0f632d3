import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '../password-form.tsx'
import { Door } from './door.tsx'
import { RoleWords } from './role-words.tsx'
import { useUnlock } from './session-steps.ts'
import type { OpenSession, Person } from './session-status.ts'
import { SignInPanel } from './sign-in-panel.tsx'

type Props = { readonly session: OpenSession; readonly people: readonly Person[] }

/** Covers a locked page: says whose it is, lets that person back in or another take over. */
export function LockScreen({ session, people }: Props) {
  const { t } = useTranslation('desk')
  const [switching, setSwitching] = useState(false)
  const unlock = useUnlock()
  const { account } = session
  const others = people.filter((person) => person.id !== account.id)
  return (
    <Door
      over
      title={switching ? t('shell.switchTitle') : t('shell.lockedTitle')}
      sub={switching ? t('shell.switchWhy') : t('shell.lockedWhy', { minutes: session.idleLockMinutes })}
    >
      {switching ? (
        <SignInPanel people={others} action={t('shell.switchAction')} />
      ) : (
        <div className="lock-person">
          <p className="lock-whose">
            <b>{account.name}</b>
            <RoleWords roles={account.roles} />
          </p>
          <PasswordForm
            action={t('shell.unlock')}
            error={unlock.error}
            busy={unlock.isPending}
            send={(password) => unlock.mutate(password)}
          />
        </div>
      )}
      {others.length > 0 && (
        <footer>
          <Button type="link" onClick={() => setSwitching(!switching)}>
            {switching ? t('shell.backToUnlock', { name: account.name }) : t('shell.switchPerson')}
          </Button>
        </footer>
      )}
    </Door>
  )
}
