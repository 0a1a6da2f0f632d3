import { MatterPage } from './matter-page.tsx'
import './register.css'
import { UndisclosedPage } from './undisclosed-page.tsx'

/** The register of undisclosed matters, or one of them: `/undisclosed`, `/undisclosed/<id>`. */
export function UndisclosedArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  return id === undefined ? <UndisclosedPage /> : <MatterPage key={id} id={decodeURIComponent(id)} />
}
