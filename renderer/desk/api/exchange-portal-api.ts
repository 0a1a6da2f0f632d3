import type {
  PortalComparisonView,
  PortalSiteJobView,
  PortalSiteRequest,
  PortalSiteView,
} from '../../../server/exchange/portal/views.ts'
import { send, sendForm } from '../../shared/request.ts'

const SITE = '/api/desk/portal/site'

/** Where the files for portals are fetched. */
export const PORTAL_FILES = {
  site: `${SITE}/file`,
  ledger: '/api/desk/portal/ledger.xlsx',
  feed: '/api/desk/portal/feed.atom',
  metadata: '/api/desk/portal/metadata.xml',
} as const

/** The static site that is being written, or was written last. */
export async function getPortalSite(): Promise<PortalSiteView> {
  return (await (await send(SITE)).json()) as PortalSiteView
}

/** Begins to write the static site. */
export async function writePortalSite(target: PortalSiteRequest): Promise<PortalSiteJobView> {
  const response = await send(SITE, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(target),
  })
  return (await response.json()) as PortalSiteJobView
}

/** Stops writing; what was half written is taken away. */
export async function stopPortalSite(): Promise<PortalSiteView> {
  return (await (await send(SITE, { method: 'DELETE' })).json()) as PortalSiteView
}

/** Compares what is public here with a list of a portal or the county. */
export function comparePortalList(file: File): Promise<PortalComparisonView> {
  const form = new FormData()
  form.append('file', file)
  return sendForm('/api/desk/portal/compare', form)
}
