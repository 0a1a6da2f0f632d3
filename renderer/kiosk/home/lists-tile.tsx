import { useTranslation } from 'react-i18next'
import { Go } from '../frame/go.tsx'
import { useLists } from '../list/list-queries.ts'

/** The way to the official lists; not there while no list is public. */
export function ListsTile() {
  const { t } = useTranslation('kiosk')
  const count = useLists().data?.lists.length ?? 0
  if (count === 0) return null
  return (
    <li>
      <Go to={{ page: 'lists' }} className="tile">
        <span className="tile-name">{t('lists.title')}</span>
        <span className="tile-count">{t('lists.count', { number: count })}</span>
      </Go>
    </li>
  )
}
