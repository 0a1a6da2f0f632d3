import { useTranslation } from 'react-i18next'
import { CONTENT_GROUPS } from '../../../domain/display/content-group.ts'
import { useShelves } from '../frame/board-queries.ts'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'

/** The six content groups of the source, always all six and always at the same place; an empty one says so and helps on. */
export function ContentsTiles() {
  const { t } = useTranslation(['kiosk', 'terms'])
  const counts = new Map(
    useShelves().data?.contentGroups.map(({ contentGroup, count }) => [contentGroup, count]),
  )
  return (
    <nav className="contents" aria-label={t('kiosk:home.groups')}>
      <ul className="contents-tiles">
        {CONTENT_GROUPS.map((contentGroup) => {
          const count = counts.get(contentGroup)
          return (
            <li key={contentGroup}>
              <Go to={{ page: 'contents', contentGroup }} className="tile">
                <span className="tile-top">
                  <span className="tile-name">
                    <Label>{t(`terms:contentGroup.${contentGroup}`)}</Label>
                  </span>
                  {count === undefined ? null : (
                    <span className="tile-count">
                      {count === 0 ? t('kiosk:list.none') : t('kiosk:list.count', { number: count })}
                    </span>
                  )}
                </span>
                <span className="tile-hint">{t(`kiosk:contentsHint.${contentGroup}`)}</span>
              </Go>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
