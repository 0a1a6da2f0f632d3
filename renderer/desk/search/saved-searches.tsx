import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskSearch } from '../../../domain/notice/desk-search.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { dropSearch, savedSearches, saveSearch, SAVED_SEARCHES_KEY } from '../api/search-api.ts'

/** The searches a person keeps, and the field that keeps the present one. */
export function SavedSearches(props: {
  readonly search: DeskSearch | null
  readonly open: (search: DeskSearch) => void
}) {
  const { t } = useTranslation('search')
  const queries = useQueryClient()
  const saved = useQuery({ queryKey: SAVED_SEARCHES_KEY, queryFn: savedSearches }).data ?? []
  const [name, setName] = useState('')
  const taken = {
    onSuccess: (list: Awaited<ReturnType<typeof savedSearches>>) => {
      queries.setQueryData(SAVED_SEARCHES_KEY, list)
    },
  }
  const save = useMutation({
    mutationFn: (search: DeskSearch) => saveSearch(name.trim(), search),
    ...taken,
  })
  const drop = useMutation({ mutationFn: dropSearch, ...taken })
  const { search } = props
  if (search === null && saved.length === 0) return null
  return (
    <aside className="card se-saved" aria-labelledby="se-saved">
      <h2 id="se-saved">
        <span className="strong">{t('saved')}</span>
      </h2>
      <ul>
        {saved.map((one) => (
          <li key={one.id}>
            <Button type="link" onClick={() => props.open(one.search)}>
              {one.name}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={t('drop', { name: one.name })}
              title={t('drop', { name: one.name })}
              onClick={() => drop.mutate(one.id)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {search === null ? null : (
        <form
          className="se-save"
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate(search, { onSuccess: () => setName('') })
          }}
        >
          <Input
            value={name}
            maxLength={60}
            aria-label={t('saveTitle')}
            placeholder={t('name')}
            onChange={(typed) => setName(typed.target.value)}
          />
          <Button htmlType="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('save')}
          </Button>
        </form>
      )}
      <RefusalMessage error={save.error ?? drop.error} />
    </aside>
  )
}
