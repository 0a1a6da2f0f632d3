import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, useRoute } from '../../shared/desk/route.ts'

/** Search over notices from anywhere; Ctrl K puts the cursor here. */
export function SearchField() {
  const { t } = useTranslation('desk')
  const route = useRoute()
  const asked = route.path === '/notices' ? (route.query.get('q') ?? '') : ''
  const [text, setText] = useState(asked)
  const [shown, setShown] = useState(asked)
  if (shown !== asked) {
    setShown(asked)
    setText(asked)
  }
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', focus)
    return () => window.removeEventListener('keydown', focus)
  }, [])

  const search = (event: FormEvent) => {
    event.preventDefault()
    const words = text.trim()
    navigate(words === '' ? '/notices' : `/notices?q=${encodeURIComponent(words)}`)
  }
  return (
    <form className="top-search" role="search" onSubmit={search}>
      <input
        ref={field}
        type="search"
        value={text}
        aria-label={t('shell.search')}
        aria-keyshortcuts="Control+K"
        placeholder={t('shell.searchHint')}
        onChange={(event) => setText(event.target.value)}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </form>
  )
}
