import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../server/office/views.ts'
import { listAccounts } from '../api/office-api.ts'
import { RoleWords } from '../shell/role-words.tsx'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { AccountDrawer } from './account-drawer.tsx'
import '../../shared/desk/office.css'
import { ACCOUNTS_KEY } from './use-change-account.ts'

type ListProps = { readonly people: readonly AccountView[]; readonly change?: (person: AccountView) => void }

function PeopleList({ people, change }: ListProps) {
  const { t } = useTranslation('desk')
  const { session } = useOpenDesk()
  return (
    <section className="card">
      <ul className="people">
        {people.map((person) => (
          <li key={person.id} className={person.disabled ? 'off' : ''}>
            <span className="people-who">
              <b>{person.name}</b>
              {person.id === session.account.id && <span className="sub">{t('people.self')}</span>}
              {person.disabled && <span className="pill">{t('people.disabled')}</span>}
            </span>
            <RoleWords roles={person.roles} />
            {change !== undefined && (
              <Button
                color="primary"
                variant="outlined"
                onClick={() => change(person)}
                aria-label={t('people.changeOf', { name: person.name })}
              >
                {t('people.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who may sign in and what each may do; the administrator changes it, the others read it. */
export function PeoplePage() {
  const { t } = useTranslation('desk')
  const mayChange = useHasRole('ADMINISTRATOR')
  const accounts = useQuery({ queryKey: ACCOUNTS_KEY, queryFn: listAccounts })
  const [open, setOpen] = useState<AccountView | 'NEW' | null>(null)
  return (
    <>
      <PageHead title={t('people.title')} sub={t('people.fourEyes')}>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('people.add')}
          </Button>
        )}
      </PageHead>
      {!mayChange && <p className="note">{t('people.readOnly')}</p>}
      <QueryBody query={accounts}>
        {(people) => (
          <>
            {mayChange && people.length < 3 && <p className="note">{t('people.tooFew')}</p>}
            <PeopleList people={people} {...(mayChange ? { change: setOpen } : {})} />
          </>
        )}
      </QueryBody>
      {mayChange && <AccountDrawer account={open} close={() => setOpen(null)} />}
    </>
  )
}
