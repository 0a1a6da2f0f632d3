import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../ui/refusal-message.tsx'
import { PasswordFields } from '../password-fields.tsx'
import type { Person, RoleName } from '../session/session-status.ts'
import { type PeopleDoor, type PersonChange, usePeopleStep } from './people-door.ts'
import { RoleBoxes } from './role-boxes.tsx'

type Props<R extends RoleName> = {
  readonly door: PeopleDoor<R>
  readonly person: Person<R>
  readonly done: () => void
}

function useChange<R extends RoleName>({ door, person, done }: Props<R>) {
  return usePeopleStep((change: PersonChange<R>) => door.change(person.id, change), done)
}

function Roles<R extends RoleName>(props: Props<R>) {
  const { t } = useTranslation('desk')
  const { door, person } = props
  const [roles, setRoles] = useState(person.roles)
  const change = useChange(props)
  const same = roles.length === person.roles.length && roles.every((role) => person.roles.includes(role))
  return (
    <section className="drawer-part">
      <h2>{t('office.roles')}</h2>
      <RoleBoxes roles={door.roles} what={door.what} value={roles} onChange={setRoles} />
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

function Password<R extends RoleName>(props: Props<R>) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const { person, done } = props
  const change = useChange({
    ...props,
    done: () => {
      void message.success(t('people.passwordChanged', { name: person.name }))
      done()
    },
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

function Disable<R extends RoleName>(props: Props<R>) {
  const { t } = useTranslation('desk')
  const change = useChange(props)
  const { disabled } = props.person
  return (
    <section className="drawer-part">
      <h2>{disabled ? t('people.enable') : t('people.disable')}</h2>
      <p className="sub">{disabled ? t('people.enableWhy') : t('people.disableWhy')}</p>
      <RefusalMessage error={change.error} />
      <Button
        danger={!disabled}
        loading={change.isPending}
        onClick={() => change.mutate({ disabled: !disabled })}
      >
        {disabled ? t('people.enable') : t('people.disable')}
      </Button>
    </section>
  )
}

/** Roles, password, and whether the person may sign in: each saved by itself. */
export function ChangePerson<R extends RoleName>({ self, ...props }: Props<R> & { readonly self: boolean }) {
  return (
    <>
      <Roles {...props} />
      {/* The own password is set from the person menu, where the old one is asked for. */}
      {!self && (
        <>
          <Password {...props} />
          <Disable {...props} />
        </>
      )}
    </>
  )
}
