import { App, Dropdown, Modal, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, DESK_LANGUAGES } from '../language.ts'
import { OwnPasswordForm } from './own-password-form.tsx'
import { RoleWords } from './role-words.tsx'
import type { OpenSession, Person } from './session-status.ts'
import { SignInPanel } from './sign-in-panel.tsx'
import { useSignOut } from './session-steps.ts'

type Props = {
  readonly session: OpenSession
  readonly people: readonly Person[]
  readonly lock: () => void
}

/** Who sits here, and the way to another person, another language, the lock and out. */
export function PersonMenu({ session, people, lock }: Props) {
  const { t, i18n } = useTranslation('desk')
  const { message } = App.useApp()
  const [switching, setSwitching] = useState(false)
  const [changing, setChanging] = useState(false)
  const others = people.filter((person) => person.id !== session.account.id && !person.disabled)
  const leave = useSignOut()

  const items: MenuProps['items'] = [
    {
      key: 'switch',
      label: t('shell.switchPerson'),
      disabled: others.length === 0,
      onClick: () => setSwitching(true),
    },
    { key: 'password', label: t('shell.changePassword'), onClick: () => setChanging(true) },
    { key: 'lock', label: t('shell.lock'), onClick: lock },
    { type: 'divider' },
    ...DESK_LANGUAGES.filter((language) => language.code !== i18n.language).map((language) => ({
      key: language.code,
      label: <span lang={language.code}>{language.name}</span>,
      onClick: () => changeLanguage(i18n, language.code),
    })),
    { type: 'divider' },
    { key: 'out', label: t('shell.signOut'), onClick: () => leave.mutate() },
  ]
  return (
    <>
      <Dropdown
        menu={{ items }}
        trigger={['click']}
        placement="bottomRight"
        // Beside its button, so that it belongs to the same landmark.
        getPopupContainer={(button) => button.parentElement ?? document.body}
      >
        <button type="button" className="person" aria-haspopup="menu">
          <b>{session.account.name}</b>
          <RoleWords roles={session.account.roles} />
          <span aria-hidden="true" className="caret" />
        </button>
      </Dropdown>
      <Modal
        open={switching}
        title={t('shell.switchTitle')}
        footer={null}
        width={640}
        destroyOnHidden
        onCancel={() => setSwitching(false)}
      >
        <p className="sub">{t('shell.switchWhy')}</p>
        <SignInPanel people={others} action={t('shell.switchAction')} done={() => setSwitching(false)} />
      </Modal>
      <Modal
        open={changing}
        title={t('shell.changePassword')}
        footer={null}
        width={440}
        destroyOnHidden
        onCancel={() => setChanging(false)}
      >
        <OwnPasswordForm
          oldLabel={t('shell.oldPassword')}
          action={t('shell.changePassword')}
          done={() => {
            setChanging(false)
            void message.success(t('shell.passwordChanged'))
          }}
        />
      </Modal>
    </>
  )
}
