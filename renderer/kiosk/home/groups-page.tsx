import { useTranslation } from 'react-i18next'
import { useHome } from '../frame/board-queries.ts'
import { groupSections } from './group-order.ts'
import { GroupTile } from './group-tile.tsx'
import { PageState } from '../frame/page-state.tsx'

/** Every group, under the name of its catalogue. */
export function GroupsPage() {
  const { t } = useTranslation('kiosk')
  const asked = useHome()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ home }) => (
        <div className="inner">
          <h1 className="title" tabIndex={-1}>
            {t('home.allGroups')}
          </h1>
          {groupSections(home.groups).map((section) => (
            <section key={section.catalogueName} className="group-section">
              <h2 className="subtitle" lang="zh-Hans">
                {section.catalogueName}
              </h2>
              <ul className="tiles">
                {section.groups.map((group) => (
                  <GroupTile key={group.id} group={group} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </PageState>
  )
}
