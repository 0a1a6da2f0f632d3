import type { PublicEdition } from '../../../server/display/views.ts'
import { stillStands } from '../frame/still-stands.ts'
import { useOfficeNow } from '../frame/use-office-now.ts'
import { EditionView } from './edition-view.tsx'
import { ranOut } from './ran-out.ts'
import { TombstoneView } from './tombstone-view.tsx'

/** An edition while its time lasts; when it runs out while somebody reads it, it goes from the glass, also without the office. */
export function StandingEdition(props: { edition: PublicEdition }) {
  const { edition } = props
  return stillStands(edition.content.expiresAt, useOfficeNow()) ? (
    <EditionView edition={edition} />
  ) : (
    <TombstoneView notice={ranOut(edition)} />
  )
}
