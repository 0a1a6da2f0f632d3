import { DisplayPage } from './display-page.tsx'
import './display.css'
import { DisplaysPage } from './displays-page.tsx'

/** All public displays, or one of them: `/displays`, `/displays/<id>`. */
export function DisplaysArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  return id === undefined ? <DisplaysPage /> : <DisplayPage key={id} id={decodeURIComponent(id)} />
}
