import { useTranslation } from 'react-i18next'
import type { DeskStatus } from '../../../server/office/views.ts'
import { OwnPasswordForm } from '../office/own-password-form.tsx'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { SignOutButton } from './sign-out-button.tsx'

type Props = { readonly session: NonNullable<DeskStatus['session']> }

/** Stands before the desk of a person whose password somebody else knows. */
export function OwnPasswordScreen({ session }: Props) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <div className="door">
      <main className="door-card">
        <header>
          <p className="product-name">{t('terms:product')}</p>
          <h1>{t('shell.ownPasswordTitle')}</h1>
          <p className="sub">{t('shell.ownPasswordWhy', { name: session.account.name })}</p>
        </header>
        <div className="own-password">
          <OwnPasswordForm oldLabel={t('shell.givenPassword')} action={t('shell.ownPasswordAction')} />
        </div>
        <footer>
          <SignOutButton />
        </footer>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
