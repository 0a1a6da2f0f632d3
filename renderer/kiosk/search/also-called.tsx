import { useTranslation } from 'react-i18next'
import { Go } from '../frame/go.tsx'

/** What documents call the same thing: one touch searches for that. */
export function AlsoCalled(props: { words: readonly string[] }) {
  const { t } = useTranslation('kiosk')
  if (props.words.length === 0) return null
  return (
    <div className="also-called">
      <span>{t('search.alsoCalled')}</span>
      <ul className="words">
        {props.words.map((word) => (
          <li key={word}>
            <Go to={{ page: 'search', query: word }} className="button">
              <span lang="zh-Hans">{word}</span>
            </Go>
          </li>
        ))}
      </ul>
    </div>
  )
}
