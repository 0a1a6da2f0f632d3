import { MatterPage } from './matter-page.tsx'
import './matter.css'
import { MattersPage } from './matters-page.tsx'
import { OpinionsPage } from './opinions-page.tsx'

/** Decision matters: `/matters`, `/matters/<id>`, `/matters/<id>/opinions/<consultation>`. */
export function MattersArea({ path }: { readonly path: string }) {
  const [, , id, part, consultation] = path.split('/')
  if (id === undefined) return <MattersPage />
  if (part === 'opinions' && consultation !== undefined) {
    return <OpinionsPage key={consultation} id={decodeURIComponent(consultation)} />
  }
  return <MatterPage key={id} id={decodeURIComponent(id)} />
}
