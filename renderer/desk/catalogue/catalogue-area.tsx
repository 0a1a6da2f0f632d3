import { useRoute } from '../../shared/desk/route.ts'
import './grid/grid.css'
import './catalogue.css'
import './import/import.css'
import './kiosk-groups.css'
import { CatalogueList } from './catalogue-list.tsx'
import { CataloguePage } from './catalogue-page.tsx'
import { ComparePage } from './version/compare-page.tsx'
import { KioskGroupsPage } from './kiosk-groups-page.tsx'
import { ImportPage } from './import/import-page.tsx'

/**
 * The catalogues of the office: `/catalogue`, `/catalogue/import/<id>`, `/catalogue/<id>?version=<id>`,
 * `/catalogue/<id>/compare?version=<id>&with=<id>`, `/catalogue/kiosk-groups`.
 */
export function CatalogueArea({ path }: { readonly path: string }) {
  const { query } = useRoute()
  const [, , first, second] = path.split('/').map(decodeURIComponent)
  if (first === undefined) return <CatalogueList />
  if (first === 'kiosk-groups') return <KioskGroupsPage />
  if (first === 'import' && second !== undefined) return <ImportPage key={second} id={second} />
  const version = query.get('version')
  if (second === 'compare') {
    return <ComparePage key={first} id={first} version={version} earlier={query.get('with')} />
  }
  return <CataloguePage key={first} id={first} version={version} />
}
