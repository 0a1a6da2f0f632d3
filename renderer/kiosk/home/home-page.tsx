import { useTranslation } from 'react-i18next'
import type { BoardHome } from '../../../server/display/views.ts'
import { useHome } from '../frame/board-queries.ts'
import { useEndingDisplays } from '../notice/display-queries.ts'
import { EndingDisplays } from './ending-displays.tsx'
import { Go } from '../frame/go.tsx'
import { firstGroups } from './group-order.ts'
import { GroupTile } from './group-tile.tsx'
import { Label } from '../frame/label.tsx'
import { useLists } from '../list/list-queries.ts'
import { useMatters } from '../matter/matter-queries.ts'
import { MattersTile } from './matters-tile.tsx'
import { ListsTile } from './lists-tile.tsx'
import { NoticeRows } from './notice-rows.tsx'
import { PageState } from '../frame/page-state.tsx'
import { SearchField } from '../search/search-field.tsx'

const TILES = 9
// As many as fit on the glass without scrolling, in either direction.
const NEWEST = 6

function Groups(props: { home: BoardHome }) {
  const { t } = useTranslation('kiosk')
  const { groups } = props.home
  const lists = useLists().data?.lists.length ?? 0
  const matters = useMatters().data?.pages[0]?.total ?? 0
  const others = (lists === 0 ? 0 : 1) + (matters === 0 ? 0 : 1)
  const shown = firstGroups(groups, TILES - others)
  if (groups.length === 0 && others === 0) return null
  return (
    <nav className="home-groups" aria-label={t('home.groups')}>
      <ul className="tiles">
        {shown.map((group) => (
          <GroupTile key={group.id} group={group} />
        ))}
        {shown.length < groups.length ? (
          <li>
            <Go to={{ page: 'groups' }} className="tile tile-all">
              <span className="tile-name">{t('home.allGroups')}</span>
              <span className="tile-count">{t('home.groupCount', { number: groups.length })}</span>
            </Go>
          </li>
        ) : null}
        <MattersTile />
        <ListsTile />
      </ul>
    </nav>
  )
}

function Newest(props: { home: BoardHome }) {
  const { t } = useTranslation('kiosk')
  const { newest, total } = props.home
  const ending = useEndingDisplays().data?.displays ?? []
  // They take the room of the oldest of the newest, heading included.
  const shown = ending.length === 0 ? NEWEST : NEWEST - ending.length - 1
  return (
    <section className="home-newest sheet">
      <div className="sheet-head">
        <h2>
          <Label>{t('home.newest')}</Label>
        </h2>
        {total > 0 ? (
          <Go to={{ page: 'all' }} className="sheet-all">
            {t('home.allNotices', { number: total })} ›
          </Go>
        ) : null}
      </div>
      {newest.length === 0 ? (
        <p className="empty">{t('home.empty')}</p>
      ) : (
        <NoticeRows rows={newest.slice(0, shown)} />
      )}
      <EndingDisplays rows={ending} />
    </section>
  )
}

function Contact(props: { home: BoardHome }) {
  const { t } = useTranslation('kiosk')
  const { openingHours, telephone, address } = props.home.office
  const lines = [
    [t('home.hours'), openingHours],
    [t('home.telephone'), telephone],
    [t('home.address'), address],
  ] as const
  return (
    <dl className="contact">
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-Hans">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The first page: search, groups, newest. */
export function HomePage() {
  const asked = useHome()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ home }) => (
        <div className="home">
          <SearchField initial="" />
          <Groups home={home} />
          <Newest home={home} />
          <Contact home={home} />
        </div>
      )}
    </PageState>
  )
}
