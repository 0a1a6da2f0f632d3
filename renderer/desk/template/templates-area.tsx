import './template.css'
import { TemplatePage } from './template-page.tsx'
import { TemplatesPage } from './templates-page.tsx'

/** Templates of sheets: `/templates`, `/templates/<id>`. */
export function TemplatesArea({ path }: { readonly path: string }) {
  const [, , id] = path.split('/')
  return id === undefined ? <TemplatesPage /> : <TemplatePage key={id} id={decodeURIComponent(id)} />
}
