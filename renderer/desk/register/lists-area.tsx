import { ListPage } from './list-page.tsx'
import { ListsPage } from './lists-page.tsx'
import './register.css'

/** The official lists, or one of them: `/lists`, `/lists/<id>`. */
export function ListsArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  return id === undefined ? <ListsPage /> : <ListPage key={id} id={decodeURIComponent(id)} />
}
