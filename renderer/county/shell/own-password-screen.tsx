import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'
import { useSignOut } from './session-actions.ts'

/** Stands before the pages of a person whose password somebody else knows. */
export function OwnPasswordScreen({ name }: { readonly name: string }) {
  const { t } = useTranslation(['desk', 'county'])
  const leave = useSignOut()
  return (
    <div className="door">
      <main className="door-card">
        <header>
          <p className="product-name">{t('county:product')}</p>
          <h1>{t('shell.ownPasswordTitle')}</h1>
          <p className="sub">{t('shell.ownPasswordWhy', { name })}</p>
        </header>
        <div className="own-password">
          <OwnPasswordForm oldLabel={t('shell.givenPassword')} action={t('shell.ownPasswordAction')} />
        </div>
        <footer>
          <Button type="link" loading={leave.isPending} onClick={() => leave.mutate(null)}>
            {t('shell.signOut')}
          </Button>
        </footer>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
