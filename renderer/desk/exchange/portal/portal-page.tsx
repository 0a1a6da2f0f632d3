import { CompareCard } from './compare-card.tsx'
import { PortalFilesCard } from './files-card.tsx'
import { SiteCard } from './site-card.tsx'

/** For people and portals without the county's program: pages, tables, feeds, and the comparison with a list. */
export function PortalPage() {
  return (
    <>
      <SiteCard />
      <PortalFilesCard />
      <CompareCard />
    </>
  )
}
