import { App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../ui/refusal-message.tsx'
import { PasswordFields } from '../password-fields.tsx'
import type { RoleName } from '../session/session-status.ts'
import { type NewPersonFields, type PeopleDoor, usePeopleStep } from './people-door.ts'
import { RoleBoxes } from './role-boxes.tsx'

type Props<R extends RoleName> = { readonly door: PeopleDoor<R>; readonly done: () => void }

/** Adds a person with roles and a first password. */
export function NewPerson<R extends RoleName>({ door, done }: Props<R>) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const add = usePeopleStep(door.add, (person) => {
    void message.success(t('people.added', { name: person.name }))
    done()
  })
  return (
    <Form
      name="new-person"
      layout="vertical"
      initialValues={{ roles: [door.firstRole] }}
      scrollToFirstError={{ focus: true }}
      onFinish={({ name, roles, password }: NewPersonFields<R>) =>
        add.mutate({ name: name.trim(), roles, password })
      }
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
        <RoleBoxes roles={door.roles} what={door.what} />
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
