import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardHome } from '../../../server/display/views.ts'
import { useHome } from '../frame/board-queries.ts'
import { useStanding } from '../frame/use-standing.ts'
import { useVisit } from '../frame/visit.ts'
import { useEndingDisplays } from '../notice/display-queries.ts'
import { BoardsRow } from './boards-row.tsx'
import { Contact } from './contact.tsx'
import { ContentsTiles } from './contents-tiles.tsx'
import { EndingDisplays } from './ending-displays.tsx'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'
import { NoticeRows } from './notice-rows.tsx'
import { PageState } from '../frame/page-state.tsx'
import { SearchField } from '../search/search-field.tsx'
import { useWideGlass } from '../frame/use-wide-glass.ts'
import { useFittingRows } from './use-fitting-rows.ts'

const MOST = 10
const LEAST = 3

function Newest(props: { home: BoardHome; rows: number }) {
  const { t } = useTranslation('kiosk')
  const { newest, total } = props.home
  const standing = useStanding()(newest)
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
      {standing.length === 0 ? (
        <p className="empty">{t('home.empty')}</p>
      ) : (
        <NoticeRows rows={standing.slice(0, props.rows)} />
      )}
    </section>
  )
}

function Home(props: { home: BoardHome }) {
  const { i18n } = useTranslation('kiosk')
  const { home } = props
  const { settings } = useVisit()
  const ending = useEndingDisplays()
  const isWide = useWideGlass()
  const box = useRef<HTMLDivElement>(null)
  // In 长者模式 few things at once, each of them large.
  const most = settings.elder ? LEAST : MOST
  const about = JSON.stringify([settings, i18n.language, ending.length, isWide, home.newest])
  const rows = useFittingRows(box, most, LEAST, about)
  return (
    <div className="home" ref={box}>
      <div className="home-ways">
        <SearchField initial="" />
        {isWide ? null : <EndingDisplays rows={ending} />}
        <ContentsTiles />
        <BoardsRow />
      </div>
      <div className="home-news">
        {isWide ? <EndingDisplays rows={ending} /> : null}
        <Newest home={home} rows={rows} />
      </div>
      {/* On a wide glass it stands beside the keys. */}
      {isWide ? null : <Contact office={home.office} />}
    </div>
  )
}

/** The first page: search, what ends soon, the six content groups, the boards, the newest. */
export function HomePage() {
  const asked = useHome()
  return (
    <PageState asked={asked} data={asked.data}>
      {({ home }) => <Home home={home} />}
    </PageState>
  )
}
