import { NoticeList } from './list/notice-list.tsx'
import { NoticeScreen } from './notice-screen.tsx'
import { ProofPage } from './table/proof-page.tsx'
import './notice.css'

/** The desk's notices: the list, or one of them. */
export function NoticeArea(props: { readonly path: string }) {
  const id = props.path.split('/')[2]
  if (id !== undefined && props.path.split('/')[3] === 'table-proof') {
    return <ProofPage id={decodeURIComponent(id)} />
  }
  return id === undefined ? <NoticeList /> : <NoticeScreen key={id} id={decodeURIComponent(id)} />
}
