import { DutyPageOf } from './duty-page.tsx'
import { DutiesPage } from './duties-page.tsx'
import { VillagesPage } from './villages-page.tsx'

/** Duties: `/duties` the calendar and the list, `/duties/villages` the villages side by side, `/duties/<id>` one duty. */
export function DutiesArea({ path }: { readonly path: string }) {
  const id = path.split('/')[2]
  if (id === undefined) return <DutiesPage />
  if (id === 'villages') return <VillagesPage />
  return <DutyPageOf key={id} id={decodeURIComponent(id)} />
}
