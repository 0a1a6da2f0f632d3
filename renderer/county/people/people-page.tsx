import { useTranslation } from 'react-i18next'
import type { CountyAccountView } from '../../../county/account/views.ts'
import type { PeopleDoor } from '../../shared/desk/people/people-door.ts'
import { PeopleList } from '../../shared/desk/people/people-list.tsx'
import { ask, tell } from '../county-api.ts'
import { useHasRole, useOpenCounty } from '../shell/session-context.ts'
import { COUNTY_ROLE_WORDS, type CountyRoleWord } from './county-roles.ts'

/** Who may sign in at the county, and what each role may do. */
export function PeoplePage() {
  const { t } = useTranslation(['county', 'terms'])
  const { session } = useOpenCounty()
  const door: PeopleDoor<CountyRoleWord> = {
    roles: COUNTY_ROLE_WORDS,
    firstRole: 'COLLECTOR',
    what: (role) => t(`people.roleWhat.${role}`),
    list: () => ask<readonly CountyAccountView[]>('accounts'),
    add: (fields) => tell<CountyAccountView>('POST', 'accounts', fields),
    change: (id, change) => tell<CountyAccountView>('PATCH', `accounts/${id}`, change),
  }
  return (
    <>
      <PeopleList
        door={door}
        title={t('people.title')}
        sub={t('people.sub')}
        selfId={session.account.id}
        mayChange={useHasRole('ADMINISTRATOR')}
      />
      <section className="card">
        <h2>{t('people.rolesTitle')}</h2>
        <dl className="facts">
          {COUNTY_ROLE_WORDS.map((role) => (
            <div key={role} className="fact-row">
              <dt>{t(`terms:role.${role}`)}</dt>
              <dd>{door.what(role)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
