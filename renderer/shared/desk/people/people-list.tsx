import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '../office.css'
import { PageHead } from '../page-head.tsx'
import { QueryBody } from '../query-body.tsx'
import { RoleWords } from '../session/role-words.tsx'
import type { Person, RoleName } from '../session/session-status.ts'
import { ChangePerson } from './change-person.tsx'
import { NewPerson } from './new-person.tsx'
import { ACCOUNTS_KEY, type PeopleDoor } from './people-door.ts'

type Props<R extends RoleName> = {
  readonly door: PeopleDoor<R>
  readonly title: string
  readonly sub: string
  /** Who sits here. */
  readonly selfId: string
  readonly mayChange: boolean
  /** What is to be said of so many people. */
  readonly remark?: (count: number) => ReactNode
}

/** Who may sign in and what each may do; the administrator changes it, the others read it. */
export function PeopleList<R extends RoleName>({ door, title, sub, selfId, mayChange, remark }: Props<R>) {
  const { t } = useTranslation('desk')
  const people = useQuery({ queryKey: ACCOUNTS_KEY, queryFn: door.list })
  const [open, setOpen] = useState<Person<R> | 'NEW' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHead title={title} sub={sub}>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('people.add')}
          </Button>
        )}
      </PageHead>
      {!mayChange && <p className="note">{t('people.readOnly')}</p>}
      <QueryBody query={people}>
        {(all) => (
          <>
            {mayChange && remark?.(all.length)}
            <section className="card">
              <ul className="people">
                {all.map((person) => (
                  <li key={person.id} className={person.disabled ? 'off' : ''}>
                    <span className="people-who">
                      <b>{person.name}</b>
                      {person.id === selfId && <span className="sub">{t('people.self')}</span>}
                      {person.disabled && <span className="pill">{t('people.disabled')}</span>}
                    </span>
                    <RoleWords roles={person.roles} />
                    {mayChange && (
                      <Button
                        color="primary"
                        variant="outlined"
                        onClick={() => setOpen(person)}
                        aria-label={t('people.changeOf', { name: person.name })}
                      >
                        {t('people.change')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </QueryBody>
      <Drawer
        open={open !== null}
        title={open === null || open === 'NEW' ? t('people.addTitle') : open.name}
        size={520}
        destroyOnHidden
        onClose={close}
      >
        {open === 'NEW' && <NewPerson door={door} done={close} />}
        {open !== null && open !== 'NEW' && (
          <ChangePerson key={open.id} door={door} person={open} self={open.id === selfId} done={close} />
        )}
      </Drawer>
    </>
  )
}
