import './screen.css'
import './screen-fields.css'
import './week.css'
import './rehearsal.css'
import { ScreenPage } from './screen-page.tsx'
import { ScreensPage } from './screens-page.tsx'

/** Passive screens: `/screens`, `/screens/new`, `/screens/<id>`, `/screens/<id>/week`, `/screens/<id>/rehearsal`. */
export function ScreensArea({ path }: { readonly path: string }) {
  const [, , id, tab] = path.split('/')
  return id === undefined ? (
    <ScreensPage />
  ) : (
    <ScreenPage key={id} id={decodeURIComponent(id)} tab={tab ?? 'settings'} />
  )
}
