import { useTranslation } from 'react-i18next'
import type { DeskStatus } from '../../../server/office/views.ts'
import { ClockWarning } from './clock-state.tsx'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { SignInPanel } from './sign-in-panel.tsx'

/** Nobody sits here yet. */
export function SignInScreen({ status }: { readonly status: DeskStatus }) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <div className="door">
      <ClockWarning clock={status.clock} />
      <main className="door-card">
        <header>
          <p className="product-name">{t('terms:product')}</p>
          <h1>{status.office?.name}</h1>
        </header>
        <SignInPanel people={status.people} action={t('shell.signIn')} />
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
