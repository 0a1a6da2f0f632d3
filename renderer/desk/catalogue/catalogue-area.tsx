import './catalogue.css'
import { CatalogueList } from './catalogue-list.tsx'
import { CataloguePage } from './catalogue-page.tsx'

/** The catalogues of the office, or one of them: `/catalogue`, `/catalogue/<id>`. */
export function CatalogueArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  return id === undefined ? <CatalogueList /> : <CataloguePage key={id} id={decodeURIComponent(id)} />
}
