import { useTranslation } from 'react-i18next'
import en from '../../../locales/en/difference.json'
import zh from '../../../locales/zh-Hans/difference.json'

/** The words of a difference. They come along with the part that shows it, so that no screen carries them unasked. */
export function useDifferenceWords() {
  const { i18n } = useTranslation('terms')
  if (!i18n.hasResourceBundle('zh-Hans', 'difference')) {
    i18n.addResourceBundle('zh-Hans', 'difference', zh)
    i18n.addResourceBundle('en', 'difference', en)
  }
  return useTranslation(['difference', 'terms'])
}
