import { BoardPage } from './board-page.tsx'
import { BoardsPage } from './boards-page.tsx'
import '../notice/notice.css'
import './board.css'

/** All boards, or one of them: `/boards`, `/boards/<id>`. */
export function BoardsArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  return id === undefined ? <BoardsPage /> : <BoardPage key={id} id={decodeURIComponent(id)} />
}
