import { useTranslation } from 'react-i18next'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'

/** The keys that choose in which language a notice is read; each names the language in its own words. */
export function LanguageSwitch(props: {
  readonly languages: readonly NoticeLanguage[]
  readonly shown: NoticeLanguage | null
  readonly show: (language: NoticeLanguage | null) => void
}) {
  const { t } = useTranslation(['kiosk', 'terms'])
  return (
    <nav className="texts" aria-label={t('kiosk:notice.texts')}>
      <button
        type="button"
        className="text-key"
        aria-pressed={props.shown === null}
        onClick={() => props.show(null)}
      >
        <span lang="zh-Hans">{t('terms:languageOwn.zh-Hans')}</span>
      </button>
      {props.languages.map((language) => (
        <button
          key={language}
          type="button"
          className="text-key"
          aria-pressed={props.shown === language}
          onClick={() => props.show(language)}
        >
          <span className="script" {...scriptAttributes(language)}>
            {t(`terms:languageOwn.${language}`)}
          </span>
          <small>{t(`terms:language.${language}`)}</small>
        </button>
      ))}
    </nav>
  )
}
