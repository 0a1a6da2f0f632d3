import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Door } from './door.tsx'
import type { Person } from './session-status.ts'
import { SignInByName } from './sign-in-by-name.tsx'
import { SignInPanel } from './sign-in-panel.tsx'

type Props = {
  /** The office or the county. */
  readonly place: string
  readonly people: readonly Person[]
  readonly above?: ReactNode
}

/** Nobody sits here yet. */
export function SignInScreen({ place, people, above }: Props) {
  const { t } = useTranslation('desk')
  return (
    <Door title={place} above={above}>
      {people.length === 0 ? (
        <SignInByName action={t('shell.signIn')} />
      ) : (
        <SignInPanel people={people} action={t('shell.signIn')} />
      )}
    </Door>
  )
}
