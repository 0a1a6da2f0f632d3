import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRowView } from '../../../server/register/views.ts'
import { getLists } from '../api/register-api.ts'
import { href, navigate } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { NewList } from './new-list.tsx'
import { LISTS_KEY } from './register-keys.ts'

function Lists({ lists }: { readonly lists: readonly ListRowView[] }) {
  const { t } = useTranslation(['register', 'terms'])
  return (
    <section className="card reg-scroll" tabIndex={0} aria-label={t('register:lists.table')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('register:lists.name')}</th>
            <th scope="col">{t('register:lists.kind')}</th>
            <th scope="col">{t('register:lists.unit')}</th>
            <th scope="col" className="number">
              {t('register:lists.rowCount')}
            </th>
            <th scope="col">{t('register:lists.changedOn')}</th>
            <th scope="col">{t('register:lists.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={list.id}>
              <td className="reg-name">
                <a className="strong" href={href(`/lists/${encodeURIComponent(list.id)}`)}>
                  {list.name}
                </a>
              </td>
              <td>{t(`terms:listKind.${list.kind}`)}</td>
              <td>{list.unit.name}</td>
              <td className="number">{list.rowCount}</td>
              <td className="nowrap">{list.changedOn ?? ''}</td>
              <td>
                <span className={`pill standing ${list.standing.toLowerCase()}`}>
                  {t(`terms:listStanding.${list.standing}`)}
                </span>
                {list.waiting > 0 && (
                  <p className="sub">{t('register:lists.waiting', { count: list.waiting })}</p>
                )}
                {list.coming > 0 && (
                  <p className="sub">{t('register:lists.coming', { count: list.coming })}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every official list, and the way to a new one. */
export function ListsPage() {
  const { t } = useTranslation('register')
  const lists = useQuery({ queryKey: LISTS_KEY, queryFn: getLists })
  const [making, setMaking] = useState(false)
  const mayMake = useHasRole('HANDLER')
  return (
    <>
      <PageHead title={t('lists.title')} sub={t('lists.sub')}>
        {mayMake && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('lists.make')}
          </Button>
        )}
      </PageHead>
      <QueryBody query={lists}>
        {(data) =>
          data.length === 0 ? (
            <EmptyState title={t('lists.empty')}>
              <p className="sub">{t(mayMake ? 'lists.emptyHint' : 'lists.emptyHintOther')}</p>
            </EmptyState>
          ) : (
            <Lists lists={data} />
          )
        }
      </QueryBody>
      <Drawer
        open={making}
        title={t('lists.make')}
        size={760}
        destroyOnHidden
        onClose={() => setMaking(false)}
      >
        <NewList done={(list) => navigate(`/lists/${encodeURIComponent(list.id)}`)} />
      </Drawer>
    </>
  )
}
