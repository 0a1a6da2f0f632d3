import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '../password-form.tsx'
import { RoleWords } from './role-words.tsx'
import { useSignIn } from './session-steps.ts'
import type { Person } from './session-status.ts'

type Props = {
  readonly people: readonly Person[]
  readonly action: string
  readonly done?: () => void
}

/** Choose who you are, then type the password. */
export function SignInPanel({ people, action, done }: Props) {
  const { t } = useTranslation('desk')
  const present = people.filter((person) => !person.disabled)
  const only = present.length === 1 ? (present[0]?.id ?? null) : null
  const [chosen, setChosen] = useState<string | null>(only)
  const signIn = useSignIn(done)
  const person = present.find((one) => one.id === chosen)
  return (
    <div className="sign-in">
      <ul className="sign-in-people" aria-label={t('shell.choosePerson')}>
        {present.map((one) => (
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
