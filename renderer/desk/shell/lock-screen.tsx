import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unlockDesk } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { PasswordForm } from '../../shared/desk/password-form.tsx'
import { RoleWords } from './role-words.tsx'
import { useOpenDesk } from './session-context.ts'
import { SignInPanel } from './sign-in-panel.tsx'

/** Covers a locked desk: says whose it is, lets that person back in or another take over. */
export function LockScreen() {
  const { t } = useTranslation(['desk', 'terms'])
  const queries = useQueryClient()
  const { session, people } = useOpenDesk()
  const [switching, setSwitching] = useState(false)
  const unlock = useMutation({
    meta: { session: true },
    mutationFn: unlockDesk,
    onSuccess: (status) => {
      queries.setQueryData(STATUS_KEY, status)
      // What was refused while locked is asked for again; what is being written stays as it is.
      void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    },
  })
  const others = people.filter((person) => person.id !== session.account.id)
  return (
    <div className="door door-over" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <main className="door-card">
        <header>
          <p className="product-name">{t('terms:product')}</p>
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
