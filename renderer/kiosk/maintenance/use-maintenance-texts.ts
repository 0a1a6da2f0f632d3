import { useTranslation } from 'react-i18next'
import en from '../../../locales/en/maintenance.json'
import zh from '../../../locales/zh-Hans/maintenance.json'

/** The words for staff and the reading room, which come only with the part that needs them. */
export function useMaintenanceTexts() {
  const { i18n } = useTranslation()
  if (!i18n.hasResourceBundle('zh-Hans', 'maintenance')) {
    i18n.addResourceBundle('zh-Hans', 'maintenance', zh)
    i18n.addResourceBundle('en', 'maintenance', en)
  }
}
