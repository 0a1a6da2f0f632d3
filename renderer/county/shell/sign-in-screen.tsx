import { useTranslation } from 'react-i18next'
import type { CountyStatus } from '../../../county/account/views.ts'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { SignInPanel } from './sign-in-panel.tsx'

/** Nobody sits here yet. */
export function SignInScreen({ status }: { readonly status: CountyStatus }) {
  const { t } = useTranslation(['county', 'desk'])
  return (
    <div className="door">
      <main className="door-card">
        <header>
          <p className="product-name">{t('product')}</p>
          <h1>{status.county?.name}</h1>
        </header>
        <SignInPanel people={status.people} action={t('desk:shell.signIn')} />
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
