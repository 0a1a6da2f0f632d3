import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type DeskSearch,
  emptySearch,
  SEARCHED_DAYS,
  SEARCHED_TEXTS,
} from '../../../domain/notice/desk-search.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { NOTICE_STATES } from '../../../domain/notice/notice-state.ts'
import { searchChoices } from '../api/search-api.ts'
import { findCatalogueItems } from '../notice/notice-api.ts'

function Labelled(props: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <label className={props.wide ? 'se-field se-wide' : 'se-field'}>
      <span>{props.label}</span>
      {props.children}
    </label>
  )
}

/** The conditions; all that are filled in must hold. */
export function SearchForm(props: {
  readonly search: DeskSearch
  readonly find: (search: DeskSearch | null) => void
}) {
  const { t } = useTranslation(['search', 'terms'])
  const [search, setSearch] = useState(props.search)
  const change = (part: Partial<DeskSearch>) => {
    setSearch({ ...search, ...part })
  }
  const choices = useQuery({ queryKey: ['search-choices'], queryFn: searchChoices }).data
  const items = useQuery({
    queryKey: ['catalogue-items', search.unitId, ''],
    queryFn: ({ signal }) => findCatalogueItems('', search.unitId, signal),
  }).data
  const any = { value: '', label: t('search:any') }
  const chosen = (value: string) => (value === '' ? null : value)
  return (
    <form
      className="card se-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        props.find(search)
      }}
    >
      <Labelled label={t('search:words')} wide>
        <Input value={search.words} onChange={(typed) => change({ words: typed.target.value })} />
      </Labelled>
      <Labelled label={t('search:within')}>
        <Select
          value={search.within}
          options={SEARCHED_TEXTS.map((value) => ({ value, label: t(`search:withinText.${value}`) }))}
          onChange={(within) => change({ within })}
        />
      </Labelled>
      <Labelled label={t('search:state')}>
        <Select
          value={search.state ?? ''}
          options={[
            any,
            ...NOTICE_STATES.map((value) => ({ value, label: t(`terms:noticeState.${value}`) })),
          ]}
          onChange={(value) => change({ state: NOTICE_STATES.find((one) => one === value) ?? null })}
        />
      </Labelled>
      <Labelled label={t('search:kind')}>
        <Select
          value={search.noticeKind ?? ''}
          options={[any, ...NOTICE_KINDS.map((value) => ({ value, label: t(`terms:noticeKind.${value}`) }))]}
          onChange={(value) => change({ noticeKind: NOTICE_KINDS.find((one) => one === value) ?? null })}
        />
      </Labelled>
      <Labelled label={t('search:documentNumber')}>
        <Input
          value={search.documentNumber}
          onChange={(typed) => change({ documentNumber: typed.target.value })}
        />
      </Labelled>
      <Labelled label={t('search:indexNumber')}>
        <Input value={search.indexNumber} onChange={(typed) => change({ indexNumber: typed.target.value })} />
      </Labelled>
      <Labelled label={t('search:unit')}>
        <Select
          value={search.unitId ?? ''}
          options={[any, ...(choices?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) => change({ unitId: chosen(value), itemId: null })}
        />
      </Labelled>
      <Labelled label={t('search:person')}>
        <Select
          value={search.personId ?? ''}
          options={[any, ...(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) => change({ personId: chosen(value) })}
        />
      </Labelled>
      <Labelled label={t('search:item')} wide>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={search.itemId ?? ''}
          options={[
            any,
            ...(items ?? []).map((item) => ({
              value: item.id,
              label: [item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' › '),
            })),
          ]}
          onChange={(value) => change({ itemId: chosen(value) })}
        />
      </Labelled>
      <Labelled label={t('search:day')}>
        <Select
          value={search.day}
          options={SEARCHED_DAYS.map((value) => ({ value, label: t(`search:days.${value}`) }))}
          onChange={(day) => change({ day })}
        />
      </Labelled>
      <Labelled label={t('search:from')}>
        <Input
          type="date"
          value={search.from ?? ''}
          onChange={(typed) => change({ from: chosen(typed.target.value) })}
        />
      </Labelled>
      <Labelled label={t('search:to')}>
        <Input
          type="date"
          value={search.to ?? ''}
          onChange={(typed) => change({ to: chosen(typed.target.value) })}
        />
      </Labelled>
      <div className="se-keys">
        <Button type="primary" htmlType="submit">
          {t('search:find')}
        </Button>
        <Button
          onClick={() => {
            setSearch(emptySearch())
            props.find(null)
          }}
        >
          {t('search:clear')}
        </Button>
      </div>
    </form>
  )
}
