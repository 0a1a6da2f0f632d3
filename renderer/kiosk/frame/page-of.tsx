import { CodePages } from '../code/code-lazy.tsx'
import { EditionPage } from '../notice/edition-page.tsx'
import { BoardPage } from '../home/board-page.tsx'
import { ContentsPage } from '../home/contents-page.tsx'
import { GroupPage } from '../home/group-page.tsx'
import { GroupsPage } from '../home/groups-page.tsx'
import { UnitPage } from '../home/unit-page.tsx'
import { HomePage } from '../home/home-page.tsx'
import { ListPage } from '../list/list-page.tsx'
import { ListsPage } from '../list/lists-page.tsx'
import { MatterPages } from '../matter/matter-lazy.tsx'
import { NoticePage } from '../notice/notice-page.tsx'
import { PadPages } from '../search/pad-lazy.tsx'
import type { Route } from './route.ts'
import { SearchPage } from '../search/search-page.tsx'

/** The page a route names; each page is a new one, so nothing typed or opened carries over. */
export function PageOf(props: { route: Route }) {
  const { route } = props
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'groups':
      return <GroupsPage />
    case 'all':
      return <GroupPage key="all" group={null} />
    case 'group':
      return <GroupPage key={route.group} group={route.group} />
    case 'contents':
      return <ContentsPage key={route.contentGroup} contentGroup={route.contentGroup} />
    case 'board':
      return <BoardPage key={route.board} board={route.board} />
    case 'unit':
      return <UnitPage key={route.unit} unit={route.unit} />
    case 'notice':
      return <NoticePage key={route.indexNumber} indexNumber={route.indexNumber} />
    case 'edition':
      return <EditionPage key={route.hash} hash={route.hash} />
    case 'code':
      return <CodePages key={route.code} code={route.code} />
    case 'lists':
      return <ListsPage />
    case 'list':
      return <ListPage key={route.list} list={route.list} />
    case 'matters':
      return <MatterPages matter={null} />
    case 'matter':
      return <MatterPages key={route.matter} matter={route.matter} />
    case 'pad':
      return <PadPages />
    case 'search':
      return <SearchPage key={route.query} query={route.query} />
  }
}
