import type { PublicGroup } from '../../../server/display/views.ts'
import { CountTile } from './count-tile.tsx'

/** A group as a tile. */
export function GroupTile({ group }: { group: PublicGroup }) {
  return <CountTile to={{ page: 'group', group: group.id }} name={group.name} count={group.count} />
}
