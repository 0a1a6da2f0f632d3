import { useTranslation } from 'react-i18next'
import type { PublicGroup } from '../../../server/display/views.ts'
import { Go } from '../frame/go.tsx'

/** A group as a tile; an empty one opens too and says that there is nothing yet. */
export function GroupTile(props: { group: PublicGroup }) {
  const { t } = useTranslation('kiosk')
  const { group } = props
  return (
    <li>
      <Go to={{ page: 'group', group: group.id }} className="tile">
        <span className="tile-name" lang="zh-Hans">
          {group.name}
        </span>
        <span className="tile-count">
          {group.count === 0 ? t('list.none') : t('list.count', { number: group.count })}
        </span>
      </Go>
    </li>
  )
}
