import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isGlass } from '../frame/glass.ts'
import { Label } from '../frame/label.tsx'
import { useNavigation } from '../frame/navigation.ts'
import { looksLikeCode } from './looks-like-code.ts'
import { fetchPad } from './pad-lazy.tsx'
import { isWords, keepTyped, keptTyped } from './typed.ts'

/**
 * The search field. On the glass a touch opens the pad; on a phone or a desk the device's own keyboard writes into it, and one key
 * beside it opens the pad. An empty search does nothing, because there is nothing to answer.
 */
export function SearchField(props: { initial: string }) {
  const { t } = useTranslation('kiosk')
  const { open } = useNavigation()
  const id = useId()
  const [text, setText] = useState(props.initial)

  function openPad(): void {
    const mode = isWords(text) ? 'HAN' : keptTyped().mode
    keepTyped({ mode, text: text.trim(), pinyin: '' })
    open({ page: 'pad' })
  }
  function find(event: FormEvent): void {
    event.preventDefault()
    const query = text.trim()
    if (query === '') {
      if (isGlass()) openPad()
      return
    }
    if (looksLikeCode(query)) open({ page: 'code', code: query })
    // Letters are what the pad understands; the search of the texts knows words.
    else if (/^[a-z0-9 ]+$/iu.test(query) && !/^[a-z0-9]*\/|^[0-9]{12,}/iu.test(query)) openPad()
    else open({ page: 'search', query })
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
        inputMode={isGlass() ? 'none' : 'search'}
        onChange={(event) => {
          setText(event.target.value)
        }}
        onPointerDown={fetchPad}
        onClick={() => {
          if (isGlass()) openPad()
        }}
      />
      {isGlass() ? null : (
        <button type="button" className="button find-pad" onClick={openPad}>
          <Label>{t('pad.open')}</Label>
        </button>
      )}
      <button type="submit" className="button find-button">
        <Label>{t('search.button')}</Label>
      </button>
    </form>
  )
}
