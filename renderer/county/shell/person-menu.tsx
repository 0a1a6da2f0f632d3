import { App, Dropdown, Modal, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, DESK_LANGUAGES } from '../../shared/desk/language.ts'
import { OwnPasswordForm } from './own-password-form.tsx'
import { RoleWords } from './role-words.tsx'
import { useSignOut } from './session-actions.ts'
import { useOpenCounty } from './session-context.ts'

/** Who sits here, and the way to the lock, another language, the own password and out. */
export function PersonMenu({ lock }: { readonly lock: () => void }) {
  const { t, i18n } = useTranslation('desk')
  const { message } = App.useApp()
  const { session } = useOpenCounty()
  const [changing, setChanging] = useState(false)
  const leave = useSignOut()
  const items: MenuProps['items'] = [
    { key: 'password', label: t('shell.changePassword'), onClick: () => setChanging(true) },
    { key: 'lock', label: t('shell.lock'), onClick: lock },
    { type: 'divider' },
    ...DESK_LANGUAGES.filter((language) => language.code !== i18n.language).map((language) => ({
      key: language.code,
      label: <span lang={language.code}>{language.name}</span>,
      onClick: () => changeLanguage(i18n, language.code),
    })),
    { type: 'divider' },
    { key: 'out', label: t('shell.signOut'), onClick: () => leave.mutate(null) },
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
