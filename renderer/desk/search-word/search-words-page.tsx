import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  SearchWordKind,
  SearchWordsView,
  SearchWordView,
} from '../../../server/display/initials-view.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { endSearchWord, getSearchWords, SEARCH_WORDS_KEY } from '../api/search-word-api.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { SearchWordDrawer } from './search-word-drawer.tsx'
import './search-word.css'

const REFRESH_WHILE_READING = 2_000

function Words(props: {
  readonly kind: SearchWordKind
  readonly words: readonly SearchWordView[]
  readonly end: ((id: string) => void) | null
}) {
  const { t } = useTranslation('wording')
  return (
    <table className="plain sw-table">
      <thead>
        <tr>
          <th scope="col">{t(`search.column.word.${props.kind}`)}</th>
          <th scope="col">{t(`search.column.value.${props.kind}`)}</th>
          <th scope="col">{t('search.column.by')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {props.words.map(({ id, word, value, by, at }) => (
          <tr key={id ?? `${word} ${value}`}>
            <td className="nowrap">{word}</td>
            <td>{value}</td>
            <td className="nowrap">
              {by ?? t('search.shipped')}
              {at === null ? null : <span className="sub"> {at.slice(0, 10)}</span>}
            </td>
            <td className="nowrap">
              {id === null || props.end === null ? null : (
                <Popconfirm
                  title={t('search.endTitle', { word })}
                  okText={t('search.end')}
                  cancelText={t('cancel')}
                  onConfirm={() => props.end?.(id)}
                >
                  <Button size="small">{t('search.end')}</Button>
                </Popconfirm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Kind(props: {
  readonly kind: SearchWordKind
  readonly view: SearchWordsView
  readonly add: () => void
  readonly end: (id: string) => void
}) {
  const { t } = useTranslation('wording')
  const { kind, view } = props
  const own = view.own.filter((word) => word.kind === kind)
  const shipped = view.shipped.filter((word) => word.kind === kind)
  return (
    <section className="card sw-card" aria-label={t(`search.kind.${kind}`)}>
      <div className="sw-head">
        <h2>{t(`search.kind.${kind}`)}</h2>
        {view.mayChange ? <Button onClick={props.add}>{t(`search.add.${kind}`)}</Button> : null}
      </div>
      <p className="sub">{t(`search.what.${kind}`)}</p>
      {own.length === 0 ? (
        <p className="sw-none">{t('search.none')}</p>
      ) : (
        <Words kind={kind} words={own} end={view.mayChange ? props.end : null} />
      )}
      <details>
        <summary>{t('search.shippedCount', { count: shipped.length })}</summary>
        <div tabIndex={0} className="sw-shipped">
          <Words kind={kind} words={shipped} end={null} />
        </div>
      </details>
    </section>
  )
}

/** The office's words for the kiosk's search: how places and families are said here, and what people call things. */
export function SearchWordsPage() {
  const { t } = useTranslation('wording')
  const queries = useQueryClient()
  const [adding, setAdding] = useState<SearchWordKind | null>(null)
  const words = useQuery({
    queryKey: SEARCH_WORDS_KEY,
    queryFn: getSearchWords,
    refetchInterval: ({ state }) => ((state.data?.unread ?? 0) > 0 ? REFRESH_WHILE_READING : false),
  })
  const end = useMutation({
    mutationFn: endSearchWord,
    onSuccess: (view) => queries.setQueryData<SearchWordsView>(SEARCH_WORDS_KEY, view),
  })
  return (
    <>
      <PageHead title={t('search.title')} sub={t('search.sub')} />
      <QueryBody query={words}>
        {(view) => (
          <>
            <p role="status" className="sub sw-reading">
              {view.unread > 0 ? t('search.reading') : ''}
            </p>
            <RefusalMessage error={end.error} />
            {(['READING', 'SYNONYM'] as const).map((kind) => (
              <Kind
                key={kind}
                kind={kind}
                view={view}
                add={() => setAdding(kind)}
                end={(id) => end.mutate(id)}
              />
            ))}
          </>
        )}
      </QueryBody>
      <SearchWordDrawer kind={adding} close={() => setAdding(null)} />
    </>
  )
}
