import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DUTY_STATES } from '../../../domain/duty/duty.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { listDuties, type DutyScope } from '../api/duty-api.ts'
import { withoutDoubles } from '../today/today-shows.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { AssignMany } from './assign-many.tsx'
import { DUTIES_KEY } from './duty-keys.ts'
import { MoreDuties } from './duty-pages.tsx'
import { useDutyScope } from './duty-scope.ts'
import { DutyTable } from './duty-table.tsx'
import type { Span } from './span.ts'

type Props = { readonly span: Span; readonly scope: DutyScope }

/** All duties due in the span as a table, narrowed by state and words; several can be given to one person. */
export function DutyList({ span, scope }: Props) {
  const { t } = useTranslation(['duty', 'terms'])
  const { query, change } = useDutyScope()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState(query.get('q') ?? '')
  const state = DUTY_STATES.find((one) => one === query.get('state'))
  const q = query.get('q') ?? ''
  const pages = useInfiniteQuery({
    queryKey: [...DUTIES_KEY, 'list', span.from, span.to, scope, state ?? '', q],
    queryFn: ({ pageParam, signal }) =>
      listDuties({ ...scope, from: span.from, to: span.to, state, q, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const first = pages.data?.pages[0]
  const rows = withoutDoubles(pages.data?.pages.flatMap((page) => page.items) ?? [])
  const shown = rows.filter((row) => chosen.has(row.id))
  return (
    <>
      <form
        className="dl-bar"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          change({ q: typed.trim() })
        }}
      >
        <Input
          allowClear
          className="dl-words"
          value={typed}
          aria-label={t('duty:list.words')}
          placeholder={t('duty:list.words')}
          onChange={(event) => setTyped(event.target.value)}
          onClear={() => change({ q: '' })}
        />
        <Select
          className="dl-state"
          aria-label={t('duty:list.state')}
          value={state ?? ''}
          options={[
            { value: '', label: t('duty:list.everyState') },
            ...DUTY_STATES.map((one) => ({ value: one, label: t(`terms:dutyState.${one}`) })),
          ]}
          onChange={(one: string) => change({ state: one })}
        />
        {first !== undefined && <span className="soft">{t('duty:list.total', { count: first.total })}</span>}
        <AssignMany rows={shown} done={() => setChosen(new Set())} />
      </form>
      {first === undefined ? (
        pages.error === null ? (
          <Loading />
        ) : (
          <RefusalMessage error={pages.error} />
        )
      ) : rows.length === 0 ? (
        <EmptyState title={state === undefined && q === '' ? t('duty:list.empty') : t('duty:list.noMatch')}>
          {(state !== undefined || q !== '') && (
            <Button
              onClick={() => {
                setTyped('')
                change({ q: '', state: '' })
              }}
            >
              {t('duty:filter.clear')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <section className="card dl-card" aria-busy={pages.isFetching}>
          <DutyTable rows={rows} footing={first.footing} chosen={chosen} choose={setChosen} />
          <MoreDuties pages={pages} left={first.total - rows.length} />
        </section>
      )}
    </>
  )
}
