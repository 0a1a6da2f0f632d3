import { useTranslation } from 'react-i18next'
import { Go } from '../frame/go.tsx'
import { useMatters } from '../matter/matter-queries.ts'

/** The way to the matters that are decided or open to opinions; not there while none is public. */
export function MattersTile() {
  const { t } = useTranslation('kiosk')
  const { total = 0, open = 0 } = useMatters().data?.pages[0] ?? {}
  if (total === 0) return null
  return (
    <li>
      <Go to={{ page: 'matters' }} className="tile">
        <span className="tile-name">{t('matters.title')}</span>
        <span className="tile-count">
          {open > 0 ? t('matters.openCount', { number: open }) : t('matters.count', { number: total })}
        </span>
      </Go>
    </li>
  )
}
