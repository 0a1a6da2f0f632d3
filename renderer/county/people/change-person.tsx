import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountyAccountView } from '../../../county/account/views.ts'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { tell } from '../county-api.ts'
import { useOpenCounty } from '../shell/session-context.ts'
import { COUNTY_ROLE_WORDS, type CountyRoleWord } from './county-roles.ts'

type Props = { readonly account: CountyAccountView; readonly done: () => void }

function useChange(id: string, done: () => void) {
  return useMutation({
    mutationFn: (change: {
      readonly roles?: readonly CountyRoleWord[]
      readonly disabled?: boolean
      readonly password?: string
    }) => tell<CountyAccountView>('PATCH', `accounts/${id}`, change),
    onSuccess: done,
  })
}

function Roles({ account, done }: Props) {
  const { t } = useTranslation(['desk', 'terms'])
  const [roles, setRoles] = useState<readonly CountyRoleWord[]>(account.roles)
  const change = useChange(account.id, done)
  return (
    <section className="drawer-part">
      <h2>{t('office.roles')}</h2>
      <Checkbox.Group
        value={[...roles]}
        options={COUNTY_ROLE_WORDS.map((role) => ({ value: role, label: t(`terms:role.${role}`) }))}
        onChange={(chosen) => setRoles(COUNTY_ROLE_WORDS.filter((role) => chosen.includes(role)))}
      />
      <RefusalMessage error={change.error} />
      <Button
        type="primary"
        disabled={roles.length === 0}
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
  const change = useChange(account.id, () => {
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
  const change = useChange(account.id, done)
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
  const { session } = useOpenCounty()
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
