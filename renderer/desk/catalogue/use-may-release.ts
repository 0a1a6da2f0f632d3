import type { CatalogueDetail } from '../../../server/catalogue/views.ts'
import { useHasRole } from '../shell/session-context.ts'

/**
 * Whether the person at the desk may say that a unit no longer keeps a catalogue or that an item does not apply in it: the
 * leader, or the handler as long as no version was ever approved.
 */
export function useMayRelease({ versions }: Pick<CatalogueDetail, 'versions'>): boolean {
  const leads = useHasRole('DEPUTY_LEADER')
  const handles = useHasRole('HANDLER')
  return leads || (handles && !versions.some(({ state }) => state === 'APPROVED' || state === 'FILED'))
}
