import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Label } from '../frame/label.tsx'
import { looksLikeCode } from './looks-like-code.ts'
import { useNavigation } from '../frame/navigation.ts'

/** The search field; an empty search does nothing, because there is nothing to answer. */
export function SearchField(props: { initial: string }) {
  const { t } = useTranslation('kiosk')
  const { open } = useNavigation()
  const id = useId()
  const [text, setText] = useState(props.initial)
  function find(event: FormEvent): void {
    event.preventDefault()
    const query = text.trim()
    if (query === '') return
    open(looksLikeCode(query) ? { page: 'code', code: query } : { page: 'search', query })
  }
  return (
    <form className="find" role="search" onSubmit={find}>
      <label className="unseen" htmlFor={id}>
        {t('search.label')}
      </label>
      <input
        id={id}
        className="find-input"
        type="search"
        value={text}
        placeholder={t('search.placeholder')}
        maxLength={100}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <button type="submit" className="button find-button">
        <Label>{t('search.button')}</Label>
      </button>
    </form>
  )
}
