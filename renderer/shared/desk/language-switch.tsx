import { useTranslation } from 'react-i18next'
import { changeLanguage, DESK_LANGUAGES } from './language.ts'

/** The languages of the desk, side by side, for screens without a person menu. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('desk')
  return (
    <div className="languages" role="group" aria-label={t('shell.language')}>
      {DESK_LANGUAGES.map((language) => (
        <button
          key={language.code}
          type="button"
          lang={language.code}
          aria-pressed={i18n.language === language.code}
          onClick={() => changeLanguage(i18n, language.code)}
        >
          {language.name}
        </button>
      ))}
    </div>
  )
}
