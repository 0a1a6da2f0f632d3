import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const QUIET_MS = 300

/** Narrows the list by words while they are typed. */
export function ListSearch(props: { readonly q: string; readonly search: (words: string) => void }) {
  const { t } = useTranslation('notice')
  const [text, setText] = useState(props.q)
  const { q, search } = props
  useEffect(() => {
    if (text.trim() === q) return
    const timer = window.setTimeout(() => {
      search(text.trim())
    }, QUIET_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [q, search, text])
  return (
    <Input
      className="nt-search"
      type="search"
      allowClear
      aria-label={t('list.search')}
      placeholder={t('list.searchHint')}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
      }}
    />
  )
}
