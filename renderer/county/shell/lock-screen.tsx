import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { PasswordForm } from '../../shared/desk/password-form.tsx'
import { RoleWords } from './role-words.tsx'
import { useUnlock } from './session-actions.ts'
import { useOpenCounty } from './session-context.ts'
import { SignInPanel } from './sign-in-panel.tsx'

/** Covers a locked page: says whose it is, lets that person back in or another take over. */
export function LockScreen() {
  const { t } = useTranslation(['desk', 'county'])
  const { session, people } = useOpenCounty()
  const [switching, setSwitching] = useState(false)
  const unlock = useUnlock()
  const others = people.filter((person) => person.id !== session.account.id)
  return (
    <div className="door door-over" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <main className="door-card">
        <header>
          <p className="product-name">{t('county:product')}</p>
          <h1 id="lock-title">{switching ? t('shell.switchTitle') : t('shell.lockedTitle')}</h1>
          <p className="sub">
            {switching ? t('shell.switchWhy') : t('shell.lockedWhy', { minutes: session.idleLockMinutes })}
          </p>
        </header>
        {switching ? (
          <SignInPanel people={others} action={t('shell.switchAction')} />
        ) : (
          <div className="lock-person">
            <p className="lock-whose">
              <b>{session.account.name}</b>
              <RoleWords roles={session.account.roles} />
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
              {switching ? t('shell.backToUnlock', { name: session.account.name }) : t('shell.switchPerson')}
            </Button>
          </footer>
        )}
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
