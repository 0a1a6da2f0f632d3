import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  SearchWordKind,
  SearchWordPreview,
  SearchWordsView,
} from '../../../server/display/initials-view.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addSearchWord, previewSearchWord, SEARCH_WORDS_KEY } from '../api/search-word-api.ts'

function Found(props: { readonly preview: SearchWordPreview; readonly keys: string }) {
  const { t } = useTranslation('wording')
  const { syllables, titleParts, found } = props.preview
  return (
    <>
      <p className="sw-title">
        {titleParts.map((part, index) =>
          part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </p>
      <p className="sw-said">
        {syllables.map(({ text, said, begins }, index) => (
          <ruby key={index} className={begins ? 'sw-begins' : undefined}>
            {text}
            <rt>{said}</rt>
          </ruby>
        ))}
      </p>
      {props.keys.trim() === '' ? null : (
        <p role="status">{t(found ? 'search.try.found' : 'search.try.notFound', { keys: props.keys })}</p>
      )}
    </>
  )
}

function Form(props: { readonly kind: SearchWordKind; readonly done: () => void }) {
  const { t } = useTranslation('wording')
  const { kind } = props
  const queries = useQueryClient()
  const id = useId()
  const [word, setWord] = useState('')
  const [value, setValue] = useState('')
  const [title, setTitle] = useState('')
  const [keys, setKeys] = useState('')
  const tried = title.trim() || t('search.try.example', { word: (kind === 'READING' ? word : value).trim() })
  const asked = { kind, word: word.trim(), value: value.trim(), title: tried, keys }
  const preview = useQuery({
    queryKey: [...SEARCH_WORDS_KEY, 'preview', asked],
    enabled: asked.word !== '' && asked.value !== '',
    queryFn: ({ signal }) => previewSearchWord(asked, signal),
    placeholderData: keepPreviousData,
  })
  const add = useMutation({
    mutationFn: () => addSearchWord({ kind, word: asked.word, value: asked.value }),
    onSuccess: (view) => {
      queries.setQueryData<SearchWordsView>(SEARCH_WORDS_KEY, view)
      props.done()
    },
  })
  return (
    <form
      className="sw-form"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <label htmlFor={`${id}w`}>{t(`search.column.word.${kind}`)}</label>
      <Input
        id={`${id}w`}
        value={word}
        maxLength={20}
        placeholder={t(`search.example.word.${kind}`)}
        onChange={(event) => setWord(event.target.value)}
      />
      <label htmlFor={`${id}v`}>{t(`search.column.value.${kind}`)}</label>
      <Input
        id={`${id}v`}
        value={value}
        maxLength={120}
        placeholder={t(`search.example.value.${kind}`)}
        onChange={(event) => setValue(event.target.value)}
      />
      <p className="sub">{t(`search.help.${kind}`)}</p>
      <fieldset>
        <legend>{t('search.try.legend')}</legend>
        <label htmlFor={`${id}t`}>{t('search.try.title')}</label>
        <Input
          id={`${id}t`}
          value={title}
          maxLength={200}
          placeholder={tried}
          onChange={(event) => setTitle(event.target.value)}
        />
        <label htmlFor={`${id}k`}>{t('search.try.keys')}</label>
        <Input
          id={`${id}k`}
          value={keys}
          maxLength={40}
          placeholder="dbgs"
          onChange={(event) => setKeys(event.target.value)}
        />
        {preview.data ? <Found preview={preview.data} keys={keys} /> : null}
      </fieldset>
      <RefusalMessage error={add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!asked.word || !asked.value}>
        {t('search.addDo')}
      </Button>
    </form>
  )
}

/** Enters a reading or a synonym, with what it would do to a title before it is added. */
export function SearchWordDrawer(props: {
  readonly kind: SearchWordKind | null
  readonly close: () => void
}) {
  const { t } = useTranslation('wording')
  const { kind, close } = props
  return (
    <Drawer
      open={kind !== null}
      title={kind === null ? '' : t(`search.add.${kind}`)}
      size={520}
      destroyOnHidden
      onClose={close}
    >
      {kind === null ? null : <Form kind={kind} done={close} />}
    </Drawer>
  )
}
