import { useTranslation } from 'react-i18next'
import { Go } from '../frame/go.tsx'
import type { Route } from '../frame/route.ts'

/** A tile with what is behind it and how much; an empty one opens too and says that there is nothing yet. */
export function CountTile(props: { to: Route; name: string; count: number; small?: boolean }) {
  const { t } = useTranslation('kiosk')
  return (
    <li>
      <Go to={props.to} className={props.small === true ? 'tile tile-small' : 'tile'}>
        <span className="tile-name" lang="zh-Hans">
          {props.name}
        </span>
        <span className="tile-count">
          {props.count === 0 ? t('list.none') : t('list.count', { number: props.count })}
        </span>
      </Go>
    </li>
  )
}
