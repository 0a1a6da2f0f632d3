import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../server/office/views.ts'
import { ChangePerson } from './change-person.tsx'
import { NewPerson } from './new-person.tsx'

type Props = { readonly account: AccountView | 'NEW' | null; readonly close: () => void }

/** A new person, or what may be changed of one. */
export function AccountDrawer({ account, close }: Props) {
  const { t } = useTranslation('desk')
  return (
    <Drawer
      open={account !== null}
      title={account === null || account === 'NEW' ? t('people.addTitle') : account.name}
      size={520}
      destroyOnHidden
      onClose={close}
    >
      {account === 'NEW' && <NewPerson done={close} />}
      {account !== null && account !== 'NEW' && (
        <ChangePerson key={account.id} account={account} done={close} />
      )}
    </Drawer>
  )
}
