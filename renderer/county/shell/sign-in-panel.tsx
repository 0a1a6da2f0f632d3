import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyAccountView } from '../../../county/account/views.ts'
import { PasswordForm } from '../../shared/desk/password-form.tsx'
import { RoleWords } from './role-words.tsx'
import { useSignIn } from './session-actions.ts'

type Props = { readonly people: readonly CountyAccountView[]; readonly action: string }

/** Choose who you are, then type the password. */
export function SignInPanel({ people, action }: Props) {
  const { t } = useTranslation('desk')
  const only = people.length === 1 ? (people[0]?.id ?? null) : null
  const [chosen, setChosen] = useState<string | null>(only)
  const signIn = useSignIn()
  const person = people.find((one) => one.id === chosen)
  return (
    <div className="sign-in">
      <ul className="sign-in-people" aria-label={t('shell.choosePerson')}>
        {people.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-pressed={one.id === chosen}
              onClick={() => {
                signIn.reset()
                setChosen(one.id)
              }}
            >
              <b>{one.name}</b>
              <RoleWords roles={one.roles} />
            </button>
          </li>
        ))}
      </ul>
      <div className="sign-in-password">
        {person === undefined ? (
          <p className="sub">{t('shell.choosePersonHint')}</p>
        ) : (
          <PasswordForm
            key={person.id}
            action={action}
            error={signIn.error}
            busy={signIn.isPending}
            send={(password) => signIn.mutate({ accountId: person.id, password })}
          />
        )}
      </div>
    </div>
  )
}
