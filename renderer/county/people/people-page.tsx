import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COUNTY_ROLE_WORDS, type CountyRoleWord } from './county-roles.ts'
import type { CountyAccountView } from '../../../county/account/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ask, tell } from '../county-api.ts'
import { RoleWords } from '../shell/role-words.tsx'
import { useHasRole, useOpenCounty } from '../shell/session-context.ts'
import { ChangePerson } from './change-person.tsx'

type Typed = { readonly name: string; readonly roles: readonly CountyRoleWord[]; readonly password: string }

function NewPerson({ done }: { readonly done: () => void }) {
  const { t } = useTranslation(['county', 'desk', 'terms'])
  const { message } = App.useApp()
  const add = useMutation({
    mutationFn: (fields: Typed) => tell<CountyAccountView>('POST', 'accounts', fields),
    onSuccess: (account) => {
      void message.success(t('desk:people.added', { name: account.name }))
      done()
    },
  })
  const required = { required: true, whitespace: true, message: t('desk:office.required') }
  return (
    <Form
      name="new-person"
      layout="vertical"
      initialValues={{ roles: ['COLLECTOR'] }}
      onFinish={({ name, roles, password }: Typed) => add.mutate({ name: name.trim(), roles, password })}
    >
      <Form.Item name="name" label={t('desk:office.personName')} rules={[required]}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('desk:office.roles')}
        rules={[{ required: true, type: 'array', min: 1, message: t('desk:people.roleRequired') }]}
      >
        <Checkbox.Group
          options={COUNTY_ROLE_WORDS.map((role) => ({ value: role, label: t(`terms:role.${role}`) }))}
        />
      </Form.Item>
      <PasswordFields />
      <RefusalMessage error={add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('desk:people.add')}
      </Button>
    </Form>
  )
}

/** Who may sign in and what each may do; the administrator changes it, the others read it. */
export function PeoplePage() {
  const { t } = useTranslation(['county', 'desk', 'terms'])
  const { session } = useOpenCounty()
  const mayChange = useHasRole('ADMINISTRATOR')
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => ask<readonly CountyAccountView[]>('accounts', {}, signal),
  })
  const [open, setOpen] = useState<CountyAccountView | 'NEW' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHead title={t('people.title')} sub={t('people.sub')}>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('desk:people.add')}
          </Button>
        )}
      </PageHead>
      {!mayChange && <p className="note">{t('desk:people.readOnly')}</p>}
      <QueryBody query={accounts}>
        {(people) => (
          <section className="card">
            <ul className="people">
              {people.map((person) => (
                <li key={person.id} className={person.disabled ? 'off' : ''}>
                  <span className="people-who">
                    <b>{person.name}</b>
                    {person.id === session.account.id && <span className="sub">{t('desk:people.self')}</span>}
                    {person.disabled && <span className="pill">{t('desk:people.disabled')}</span>}
                  </span>
                  <RoleWords roles={person.roles} />
                  {mayChange && (
                    <Button
                      color="primary"
                      variant="outlined"
                      onClick={() => setOpen(person)}
                      aria-label={t('desk:people.changeOf', { name: person.name })}
                    >
                      {t('desk:people.change')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </QueryBody>
      <section className="card">
        <h2>{t('people.rolesTitle')}</h2>
        <dl className="facts">
          {COUNTY_ROLE_WORDS.map((role) => (
            <div key={role} className="fact-row">
              <dt>{t(`terms:role.${role}`)}</dt>
              <dd>{t(`people.roleWhat.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Drawer
        open={open !== null}
        title={open === null || open === 'NEW' ? t('desk:people.addTitle') : open.name}
        size={520}
        destroyOnHidden
        onClose={close}
      >
        {open === 'NEW' && <NewPerson done={close} />}
        {open !== null && open !== 'NEW' && <ChangePerson key={open.id} account={open} done={close} />}
      </Drawer>
    </>
  )
}
