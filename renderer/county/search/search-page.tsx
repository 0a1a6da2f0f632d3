import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditionRow, EditionState } from '../../../county/search/views.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { href, replace, useRoute } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { OfficeSelect } from '../office-select.tsx'
import { PagedList } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'

const FIELDS = ['text', 'office', 'kind', 'from', 'to', 'state'] as const
type Typed = Record<(typeof FIELDS)[number], string>
const STATES: readonly EditionState[] = ['CURRENT', 'SUPERSEDED', 'EXPIRED', 'WITHDRAWN']

/** The address of an edition's page. */
export function editionHref(row: Pick<EditionRow, 'officeId' | 'indexNumber' | 'editionNumber'>): string {
  const query = new URLSearchParams({
    office: String(row.officeId),
    number: row.indexNumber,
    edition: String(row.editionNumber),
  })
  return href(`/editions?${query.toString()}`)
}

type ChoiceProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of some, or any. */
function Choice({ id, label, value, choices, onChange }: ChoiceProps) {
  const { t } = useTranslation('county')
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <Select
        id={id}
        value={value}
        options={[{ value: '', label: t('search.any') }, ...choices]}
        onChange={onChange}
      />
    </label>
  )
}

function Form({ asked }: { readonly asked: Typed }) {
  const { t } = useTranslation(['county', 'terms'])
  const [typed, setTyped] = useState(asked)
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  return (
    <form
      className="card search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value.trim() !== ''))
        replace(`/search?${query.toString()}`)
      }}
    >
      <label className="field wide" htmlFor="search-text">
        <span>{t('search.text')}</span>
        <Input
          id="search-text"
          maxLength={200}
          value={typed.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      <label className="field" htmlFor="search-office">
        <span>{t('list.office')}</span>
        <OfficeSelect id="search-office" value={typed.office} onChange={(office) => set({ office })} />
      </label>
      <Choice
        id="search-kind"
        label={t('search.kind')}
        value={typed.kind}
        choices={NOTICE_KINDS.map((kind) => ({ value: kind, label: t(`terms:noticeKind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <Choice
        id="search-state"
        label={t('search.state')}
        value={typed.state}
        choices={STATES.map((state) => ({ value: state, label: t(`editionState.${state}`) }))}
        onChange={(state) => set({ state })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field" htmlFor={`search-${end}`}>
          <span>{t(`search.${end}`)}</span>
          <Input
            id={`search-${end}`}
            type="date"
            value={typed[end]}
            onChange={(event) => set({ [end]: event.target.value })}
          />
        </label>
      ))}
      <div className="search-keys">
        <Button type="primary" htmlType="submit">
          {t('search.find')}
        </Button>
        <Button onClick={() => replace('/search')}>{t('search.clear')}</Button>
      </div>
    </form>
  )
}

/** Every notice of every board that ever came, by its words. */
export function SearchPage() {
  const { t } = useTranslation(['county', 'terms'])
  const { query } = useRoute()
  const asked = Object.fromEntries(FIELDS.map((name) => [name, query.get(name) ?? ''])) as Typed
  const found = usePages<EditionRow>('editions', asked)
  return (
    <>
      <PageHead title={t('search.title')} sub={t('search.sub')} />
      <Form key={query.toString()} asked={asked} />
      <PagedList
        rows={found}
        empty={
          <EmptyState title={t('search.nothing')}>
            <p>{t('search.nothingWhy')}</p>
          </EmptyState>
        }
      >
        {(rows) => (
          <ul className="found">
            {rows.map((row) => (
              <li key={`${row.officeId} ${row.indexNumber} ${row.editionNumber}`}>
                <p>
                  <a className="strong breakable" href={editionHref(row)}>
                    {row.title ?? t('edition.titleHidden')}
                  </a>{' '}
                  {row.state !== 'CURRENT' && (
                    <span className={`pill edition-${row.state}`}>{t(`editionState.${row.state}`)}</span>
                  )}
                </p>
                <p className="sub">
                  {instantText(row.publishedAt).slice(0, 10)} · {row.officeName}
                  {row.unit !== row.officeName && ` · ${row.unit}`} ·{' '}
                  {t(`terms:noticeKind.${row.noticeKind}`)} · <span className="code">{row.indexNumber}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  )
}
