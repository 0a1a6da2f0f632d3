import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../domain/office/role.ts'
import type { AccountView } from '../../../server/office/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { useOpenDesk } from '../shell/session-context.ts'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { RoleBoxes } from './role-boxes.tsx'
import { useChangeAccount } from './use-change-account.ts'

type Props = { readonly account: AccountView; readonly done: () => void }

function Roles({ account, done }: Props) {
  const { t } = useTranslation('desk')
  const [roles, setRoles] = useState<readonly Role[]>(account.roles)
  const change = useChangeAccount(account.id, done)
  const same = roles.length === account.roles.length && roles.every((role) => account.roles.includes(role))
  return (
    <section className="drawer-part">
      <h2>{t('office.roles')}</h2>
      <RoleBoxes value={roles} onChange={setRoles} />
      <RefusalMessage error={change.error} />
      <Button
        type="primary"
        disabled={same || roles.length === 0}
        loading={change.isPending}
        onClick={() => change.mutate({ roles })}
      >
        {t('people.saveRoles')}
      </Button>
    </section>
  )
}

function Password({ account, done }: Props) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const change = useChangeAccount(account.id, () => {
    void message.success(t('people.passwordChanged', { name: account.name }))
    done()
  })
  return (
    <section className="drawer-part">
      <h2>{t('people.resetPassword')}</h2>
      <p className="sub">{t('people.resetPasswordWhy')}</p>
      <Form
        name="reset-password"
        layout="vertical"
        onFinish={({ password }: { password: string }) => change.mutate({ password })}
      >
        <PasswordFields />
        <RefusalMessage error={change.error} />
        <Button htmlType="submit" loading={change.isPending}>
          {t('people.resetPassword')}
        </Button>
      </Form>
    </section>
  )
}

function Disable({ account, done }: Props) {
  const { t } = useTranslation('desk')
  const change = useChangeAccount(account.id, done)
  return (
    <section className="drawer-part">
      <h2>{account.disabled ? t('people.enable') : t('people.disable')}</h2>
      <p className="sub">{account.disabled ? t('people.enableWhy') : t('people.disableWhy')}</p>
      <RefusalMessage error={change.error} />
      <Button
        danger={!account.disabled}
        loading={change.isPending}
        onClick={() => change.mutate({ disabled: !account.disabled })}
      >
        {account.disabled ? t('people.enable') : t('people.disable')}
      </Button>
    </section>
  )
}

/** Roles, password, and whether the person may sign in: each saved by itself. */
export function ChangePerson({ account, done }: Props) {
  const { session } = useOpenDesk()
  return (
    <>
      <Roles account={account} done={done} />
      {/* The own password is set from the person menu, where the old one is asked for. */}
      {account.id !== session.account.id && (
        <>
          <Password account={account} done={done} />
          <Disable account={account} done={done} />
        </>
      )}
    </>
  )
}
