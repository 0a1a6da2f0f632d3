import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListDetail, ListRowInForce } from '../../../server/register/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { getList, listFileAddress } from '../api/register-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { ChangeSetCard } from './change-set-card.tsx'
import { CompareDrawer } from './compare-drawer.tsx'
import { HeadDrawer } from './head-drawer.tsx'
import { ListTable } from './list-table.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RowDrawer } from './row-drawer.tsx'
import { LISTS_KEY } from './register-keys.ts'
import { StandingDialog } from './standing-dialog.tsx'

type Open =
  | { readonly what: 'ROW'; readonly row: ListRowInForce | null }
  | { readonly what: 'REMOVE'; readonly row: ListRowInForce }
  | { readonly what: 'HEAD' | 'FILE' | 'HIDDEN' | 'SHOWN' }
  | null

function Actions(props: { readonly list: ListDetail; readonly open: (open: Open) => void }) {
  const { t } = useTranslation('register')
  const { list, open } = props
  const unconfirmed = list.standing === 'NOT_YET' && list.sets.every((set) => set.state !== 'CONFIRMED')
  return (
    <div className="reg-actions">
      {list.may.propose && !unconfirmed && (
        <Button type="primary" onClick={() => open({ what: 'ROW', row: null })}>
          {t('list.addRow')}
        </Button>
      )}
      {list.may.propose && <Button onClick={() => open({ what: 'HEAD' })}>{t('list.changeHead')}</Button>}
      {list.may.propose && <Button onClick={() => open({ what: 'FILE' })}>{t('list.compare')}</Button>}
      {list.rows.length > 0 && (
        <a className="button-link" href={listFileAddress(list.id, list.on)} download>
          {t('list.export')}
        </a>
      )}
      {list.may.hide && (
        <Button danger onClick={() => open({ what: 'HIDDEN' })}>
          {t('list.hide')}
        </Button>
      )}
      {list.may.show && <Button onClick={() => open({ what: 'SHOWN' })}>{t('list.show')}</Button>}
    </div>
  )
}

function List({ list, setOn }: { readonly list: ListDetail; readonly setOn: (day: string) => void }) {
  const { t } = useTranslation(['register', 'terms'])
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const waiting = list.sets.filter((set) => set.state === 'WAITING')
  const past = list.sets.filter((set) => set.state !== 'WAITING')
  const now = list.on === list.today
  return (
    <>
      <PageHead
        title={list.name}
        sub={
          <>
            <span className={`pill standing ${list.standing.toLowerCase()}`}>
              {t(`terms:listStanding.${list.standing}`)}
            </span>{' '}
            {t('register:list.sub', { kind: t(`terms:listKind.${list.kind}`), unit: list.unit.name })}
          </>
        }
      />
      {list.hidden !== null && (
        <p className="note">
          {t('register:list.hiddenBy', {
            name: list.hidden.by.name,
            at: instantText(list.hidden.at),
            reason: list.hidden.reason,
          })}
        </p>
      )}
      {waiting.map((set) => (
        <ChangeSetCard key={set.id} set={set} />
      ))}
      <div className="reg-bar">
        <label htmlFor="list-on">{t('register:list.on')}</label>
        <Input
          id="list-on"
          type="date"
          className="reg-date"
          value={list.on}
          onChange={(event) => {
            if (event.target.value !== '') setOn(event.target.value)
          }}
        />
        {!now && <Button onClick={() => setOn(list.today)}>{t('register:list.backToToday')}</Button>}
        <Actions list={list} open={setOpen} />
      </div>
      {list.rows.length === 0 ? (
        <EmptyState title={t(now ? 'register:list.noRows' : 'register:list.noRowsThen')}>
          <p className="sub">{waiting.length > 0 ? t('register:list.noRowsWaiting') : ''}</p>
        </EmptyState>
      ) : (
        <ListTable
          list={list}
          edit={(row) => setOpen({ what: 'ROW', row })}
          remove={(row) => setOpen({ what: 'REMOVE', row })}
        />
      )}
      {past.length > 0 && (
        <section aria-labelledby="list-log">
          <h2 id="list-log" className="reg-heading">
            {t('register:list.log')}
          </h2>
          {past.map((set) => (
            <ChangeSetCard key={set.id} set={set} />
          ))}
        </section>
      )}
      <RowDrawer
        list={list}
        open={open?.what === 'ROW'}
        row={open?.what === 'ROW' ? open.row : null}
        close={close}
      />
      <HeadDrawer list={list} open={open?.what === 'HEAD'} close={close} />
      <CompareDrawer list={list} open={open?.what === 'FILE'} close={close} />
      {open?.what === 'REMOVE' && <RemoveDialog list={list} row={open.row} close={close} />}
      {(open?.what === 'HIDDEN' || open?.what === 'SHOWN') && (
        <StandingDialog list={list} action={open.what} close={close} />
      )}
    </>
  )
}

/** One list: what waits for a second person, its rows on a day, and everything that was changed. */
export function ListPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('register')
  const [on, setOn] = useState<string | null>(null)
  const list = useQuery({
    queryKey: [...LISTS_KEY, id, on],
    queryFn: () => getList(id, on),
    placeholderData: (former) => former,
  })
  return (
    <>
      <a className="back" href={href('/lists')}>
        {t('list.back')}
      </a>
      <QueryBody query={list}>{(data) => <List list={data} setOn={setOn} />}</QueryBody>
    </>
  )
}
