import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '../../../domain/office/role.ts'
import type { PeopleDoor } from '../../shared/desk/people/people-door.ts'
import { PeopleList } from '../../shared/desk/people/people-list.tsx'
import { addAccount, changeAccount, listAccounts } from '../api/office-api.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'

/** From drafting to publishing a notice passes through the hands of so many. */
const LEAST_PEOPLE = 3

/** Who may sign in at the office. */
export function PeoplePage() {
  const { t } = useTranslation('desk')
  const { session } = useOpenDesk()
  const door: PeopleDoor<Role> = {
    roles: ROLES,
    firstRole: 'HANDLER',
    what: (role) => t(`office.roleWhat.${role}`),
    list: listAccounts,
    add: addAccount,
    change: changeAccount,
  }
  return (
    <PeopleList
      door={door}
      title={t('people.title')}
      sub={t('people.fourEyes')}
      selfId={session.account.id}
      mayChange={useHasRole('ADMINISTRATOR')}
      remark={(count) => count < LEAST_PEOPLE && <p className="note">{t('people.tooFew')}</p>}
    />
  )
}
