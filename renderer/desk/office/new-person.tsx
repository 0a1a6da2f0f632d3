import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../domain/office/role.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addAccount } from '../api/office-api.ts'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { RoleBoxes } from './role-boxes.tsx'
import { useRefreshPeople } from './use-change-account.ts'

type Typed = { readonly name: string; readonly roles: readonly Role[]; readonly password: string }

/** Adds a person with roles and a first password. */
export function NewPerson({ done }: { readonly done: () => void }) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const refresh = useRefreshPeople()
  const add = useMutation({
    mutationFn: addAccount,
    onSuccess: async (account) => {
      await refresh()
      void message.success(t('people.added', { name: account.name }))
      done()
    },
  })
  return (
    <Form
      name="new-person"
      layout="vertical"
      initialValues={{ roles: ['HANDLER'] }}
      scrollToFirstError={{ focus: true }}
      onFinish={({ name, roles, password }: Typed) => add.mutate({ name: name.trim(), roles, password })}
    >
      <Form.Item
        name="name"
        label={t('office.personName')}
        rules={[{ required: true, whitespace: true, message: t('office.required') }]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roles"
        label={t('office.roles')}
        rules={[{ required: true, type: 'array', min: 1, message: t('people.roleRequired') }]}
      >
        <RoleBoxes />
      </Form.Item>
      <PasswordFields />
      <RefusalMessage error={add.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('people.add')}
        </Button>
      </div>
    </Form>
  )
}
